import type { Routing } from '#web/routing.ts';
import { pushRoutes } from '#web/routes/push-routes.ts';

/** Accounts, alerts, notifications. */
export function accountRoutes(routing: Routing): void {
  pushRoutes(routing);
}

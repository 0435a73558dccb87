import type { Routing } from '#web/routing.ts';
import { callRoutes } from '#web/routes/call-routes.ts';

/** The pages of the staff: each through needsStaff. */
export function staffRoutes(routing: Routing): void {
  callRoutes(routing);
}

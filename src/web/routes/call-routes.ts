import type { Routing } from '#web/routing.ts';
import { calls, printSheets, settleCalls } from '#web/routes/calls.tsx';
import { needsStaff } from '#web/staff.ts';

/** What the house tells by telephone and on paper. */
export function callRoutes(routing: Routing): void {
  routing.page('/equipe/appels', needsStaff('programmer', calls));
  routing.form('/equipe/appels', needsStaff('programmer', settleCalls));
  routing.form('/equipe/appels/feuilles.pdf', needsStaff('programmer', printSheets));
}

import type { Routing } from '#web/routing.ts';
import { staffProgrammeRoutes } from '#web/routes/staff-programme-routes.ts';

/** The pages of the staff: each through needsStaff. */
export function staffRoutes(routing: Routing): void {
  staffProgrammeRoutes(routing);
}

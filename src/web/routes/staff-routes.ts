import type { Routing } from '#web/routing.ts';

/** The pages of the staff: each through needsStaff. */
export function staffRoutes(_routing: Routing): void {}

import type { Routing } from '#web/routing.ts';
import { keepDevice, pushStanding, removeDevice } from '#web/routes/push.ts';

/** Notifications on this device. */
export function pushRoutes(routing: Routing): void {
  const most = { most: 30, time: 600 };
  routing.kept('/alertes/appareil', pushStanding);
  routing.form('/alertes/appareil', keepDevice, { most });
  routing.form('/alertes/appareil/retirer', removeDevice, { most });
}

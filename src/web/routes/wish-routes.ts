import type { Routing } from '#web/routing.ts';
import { demand } from '#web/routes/demand.tsx';
import { attendance } from '#web/routes/demand-attendance.ts';
import { demandFile } from '#web/routes/demand-file.ts';
import { wish } from '#web/routes/wish.ts';
import { wishesPage } from '#web/routes/wishes.tsx';
import { needsStaff } from '#web/staff.ts';

/** From one network address: a household, a library or a school may, a machine that makes visitors may not. */
const wishRate = { most: 60, time: 600 };

/** “I would come”, and what the staff reads of it. */
export function wishRoutes({ page, kept, form }: Routing): void {
  kept('/envies', wishesPage);
  form('/je-viendrais', wish, { most: wishRate });
  page('/equipe/demande', needsStaff('programmer', demand));
  page('/equipe/demande.csv', needsStaff('programmer', demandFile));
  form('/equipe/demande', needsStaff('programmer', attendance));
}

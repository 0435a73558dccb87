import type { Routing } from '#web/routing.ts';
import { needsStaff } from '#web/staff.ts';
import { copyWeekHere, staffProgramme } from '#web/routes/staff-programme.tsx';
import { actOnImport, choicesLimit, staffImportOne } from '#web/routes/staff-import-one.tsx';
import { previewSent, programmeLimit, staffImport } from '#web/routes/staff-import.tsx';
import { actOnShowing, staffShowing } from '#web/routes/staff-showing.tsx';
import { saveVenue, staffVenues } from '#web/routes/staff-venues.tsx';

/** Where the staff keeps the programme and the venues. */
export function staffProgrammeRoutes({ kept, form }: Routing): void {
  const may = (route: Parameters<typeof needsStaff>[1]): ReturnType<typeof needsStaff> =>
    needsStaff('programmer', route);
  kept('/equipe/programme', may(staffProgramme));
  kept('/equipe/programme/seance', may(staffShowing));
  kept('/equipe/programme/importer', may(staffImport));
  kept('/equipe/programme/import/:id', may(staffImportOne));
  kept('/equipe/salles', may(staffVenues));
  form('/equipe/programme/reprendre', may(copyWeekHere));
  form('/equipe/programme/seance', may(actOnShowing));
  form('/equipe/programme/importer', may(previewSent), { limit: programmeLimit });
  form('/equipe/programme/import/:id', may(actOnImport), { limit: choicesLimit });
  form('/equipe/salles', may(saveVenue));
}

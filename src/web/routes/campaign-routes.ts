import { actOnCampaign, staffCampaign } from '#web/routes/campaign.tsx';
import { campaignLetter } from '#web/routes/campaign-letter.ts';
import { resendLetters, staffCampaigns } from '#web/routes/campaigns.tsx';
import type { Routing } from '#web/routing.ts';
import { needsStaff } from '#web/staff.ts';

/** What leaves for many, and the outbox. */
export function campaignRoutes({ kept, form }: Routing): void {
  kept('/equipe/envois', needsStaff('programmer', staffCampaigns));
  form('/equipe/envois/renvoyer', needsStaff('programmer', resendLetters));
  kept('/equipe/envois/:id', needsStaff('programmer', staffCampaign));
  form('/equipe/envois/:id', needsStaff('programmer', actOnCampaign));
  kept('/equipe/envois/:id/lettre/:number', needsStaff('programmer', campaignLetter));
}

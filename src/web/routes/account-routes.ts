import type { Routing } from '#web/routing.ts';
import { askAccount } from '#web/routes/account-ask.tsx';
import { codeForm, sendCode } from '#web/routes/account-code.tsx';
import { confirm, confirmPage } from '#web/routes/account-confirm.tsx';
import { changeAddress, changeDevices } from '#web/routes/account-devices.ts';
import {
  changePasskeys,
  newPasskey,
  newPasskeyAsked,
  passkeyAsked,
  passkeyEnter,
  proveByLetter,
} from '#web/routes/account-passkeys.ts';
import { linkPreferences, saveLinkPreferences } from '#web/routes/account-link.tsx';
import { alerts, savePreferences, stopAll } from '#web/routes/alerts.tsx';
import { pushRoutes } from '#web/routes/push-routes.ts';
import { myDataZip } from '#web/routes/my-data.tsx';
import { resubscribe, unsubscribe, unsubscribePage } from '#web/routes/unsubscribe.tsx';

/** Accounts, alerts, notifications. */
export function accountRoutes(routing: Routing): void {
  pushRoutes(routing);
  routing.kept('/alertes', alerts);
  routing.form('/alertes', askAccount);
  routing.form('/alertes/preferences', savePreferences);
  routing.form('/alertes/arreter', stopAll);
  routing.kept('/alertes/lien/:token', linkPreferences);
  routing.form('/alertes/lien/:token', saveLinkPreferences);
  routing.kept('/compte/code', codeForm);
  // as many as codes may be tried from one network address
  const tries = { most: { most: 60, time: 600 } };
  routing.form('/compte/code', sendCode, tries);
  routing.form('/compte/cle', passkeyAsked, tries);
  routing.form('/compte/cle/entrer', passkeyEnter, tries);
  routing.form('/compte/cle/nouvelle/options', newPasskeyAsked, tries);
  routing.form('/compte/cle/nouvelle', newPasskey, tries);
  routing.form('/compte/cles', changePasskeys);
  routing.form('/compte/prouver', proveByLetter);
  routing.kept('/compte/confirmer/:token', confirmPage);
  routing.form('/compte/confirmer/:token', confirm);
  routing.form('/compte/appareils', changeDevices);
  routing.form('/compte/adresse', changeAddress);
  routing.kept('/mes-donnees.zip', myDataZip);
  routing.kept('/desabonner/:token', unsubscribePage);
  // the servers of one mail provider click for all of its readers
  routing.open('/desabonner/:token', unsubscribe, { most: 1200, time: 60 });
  routing.form('/desabonner/:token/annuler', resubscribe);
}

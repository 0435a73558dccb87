import type { Words } from '#web/words.fr.ts';
import { quoted } from '#words/english.ts';

/** Coming into one's account with a passkey, adding one, taking it away. */
export const passkeysEn: Words['passkeys'] = {
  enter: {
    title: 'You have a passkey already?',
    hint: 'The face, the fingerprint or the code of this device is enough: no letter to wait for.',
    go: 'Sign in with a passkey',
    failed: 'The passkey did not answer. Try again, or ask for a letter: nothing was changed.',
  },
  title: 'Sign in without a letter, with a passkey',
  lead: 'Next time, the face, the fingerprint or the code of this device will open your account, without waiting for a letter. Your face and your fingerprint stay in the device: nothing of them is sent.',
  others: 'On a computer that is not yours, do not add one.',
  name: 'Name of the passkey',
  nameNew: 'What should it be called? (optional)',
  nameHint: 'For example “My phone”.',
  usual: 'Passkey',
  add: 'Add a passkey',
  addFailed: 'The passkey was not made: this device may have one already. Nothing was changed.',
  full: (most) => `You have ${most} passkeys, which is the most there can be. Remove those that no longer serve.`,
  since: (created, used) =>
    used === null ? `Added on ${created}, not used yet` : `Added on ${created}, used on ${used}`,
  rename: 'Rename',
  renameLabel: (name) => `Rename the passkey ${quoted(name)}`,
  remove: 'Remove',
  removeLabel: (name) => `Remove the passkey ${quoted(name)}`,
  stays:
    'Signing a device out does not remove its passkey. If you lose a device, remove its passkey here, and sign it out above.',
  prove: {
    title: 'Change your ways in',
    why: 'To add or remove a passkey, or to change your address, first show that it is you. This holds for fifteen minutes.',
    lost: 'Mail no longer reaches you at your address? Ask the house: it can write to another one.',
    letter: 'Receive a code by e-mail',
    passkey: 'Use a passkey',
    noLetter: 'We no longer write to your address: give another one, below.',
    noLetterKey: 'We no longer write to your address. Use a passkey, or give another address below.',
  },
  done: {
    'key-added': 'Your passkey is kept. Next time, it will be enough to sign in.',
    'key-renamed': 'The name of the passkey is changed.',
    'key-removed': 'The passkey is removed: it no longer opens your account.',
    prove: 'Nothing was changed: you must first show that it is you, further down this page.',
  },
  refused: {
    again: 'Back to my alerts',
    PASSKEY_REFUSED: [
      'This passkey was not accepted',
      'It is not known here, or was removed. Try again, or ask for a letter with your address.',
    ],
    notAdded: [
      'This passkey was not kept',
      'This device may have one for this site already, or what it answered cannot be read. Nothing was changed.',
    ],
    PASSKEY_OVER: [
      'This took too long',
      'It was asked more than five minutes ago, served already, or comes from another browser. Begin again: nothing was changed.',
    ],
    PASSKEYS_TOO_MANY: [
      'You have too many passkeys',
      'An account has ten at most. Remove one that no longer serves, then add this one.',
    ],
  },
  held: 'passkeys',
};

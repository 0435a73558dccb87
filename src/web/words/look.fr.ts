import { quoted } from '#words/french.ts';

/** The page where one chooses how the pages look. */
export const lookFr = {
  link: 'Affichage',
  title: 'Affichage',
  lead: 'Choisissez ce qui se lit le mieux pour vous. Toutes les pages suivront.',
  theme: 'Couleurs',
  themes: {
    system: ['Comme mon appareil', 'Claires ou sombres, selon le réglage de l’appareil'],
    light: ['Claires', 'Fond crème, lettres foncées'],
    dark: ['Sombres', 'Fond bleu nuit, lettres claires'],
  },
  letters: 'Taille des lettres',
  sizes: {
    usual: ['Habituelle', ''],
    large: ['Gros caractères', 'Des lettres et des boutons plus grands d’un bon tiers'],
  },
  apply: 'Appliquer',
  back: 'Revenir sans rien changer',
  kept: 'Votre navigateur retient ce choix pendant un an, dans un témoin de connexion qui ne dit rien d’autre.',
  more: `Pour grossir encore, tenez la touche ${quoted('Ctrl')} et appuyez sur ${quoted('+')}. Sur un téléphone, écartez deux doigts.`,
  done: 'C’est fait. Toutes les pages ont maintenant cet aspect.',
  refused:
    'Votre navigateur n’a pas gardé ce choix\u00a0: il refuse les témoins de connexion, ou la connexion n’est pas chiffrée.',
  printed: 'Cette page\u00a0:',
} satisfies {
  themes: Record<'system' | 'light' | 'dark', readonly [name: string, hint: string]>;
  sizes: Record<'usual' | 'large', readonly [name: string, hint: string]>;
  [word: string]: unknown;
};

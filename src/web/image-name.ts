/** The widths of poster that pages ask for. */
export const imageSizes = ['w185', 'w342', 'w500'] as const;
export type ImageSize = (typeof imageSizes)[number];

const NAME = /^[A-Za-z\d_-]{1,80}\.(?:jpg|png|webp)$/;

/** Whether a size and a name can be those of a TMDB poster: nothing else is ever asked of their host. */
export const isImageName = (size: string, name: string): boolean =>
  imageSizes.some((known) => known === size) && NAME.test(name);

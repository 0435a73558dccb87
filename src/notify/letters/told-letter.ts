/** A letter before it is text or HTML: both are made of the same sentences. */
export interface ToldLetter {
  readonly language: 'fr' | 'en';
  readonly subject: string;
  /** Who writes. */
  readonly house: string;
  readonly title: string;
  readonly lead: readonly string[];
  /** A word of the house. */
  readonly note: { readonly title: string; readonly paragraphs: readonly string[] } | null;
  /** To be typed elsewhere: said before anything else. */
  readonly code: string | null;
  readonly button: { readonly before: string; readonly text: string; readonly href: string } | null;
  readonly films: readonly ToldFilm[];
  /** What leads on. */
  readonly onward: ToldLink | null;
  readonly after: readonly string[];
  readonly foot: {
    readonly lines: readonly string[];
    readonly links: readonly ToldLink[];
    readonly sender: readonly string[];
  };
}

export interface ToldLink {
  readonly text: string;
  readonly href: string;
}

export interface ToldFilm {
  readonly title: string;
  readonly year: number | null;
  readonly href: string | null;
  /** Why it is told, and that it was already. */
  readonly notes: readonly string[];
  readonly parts: readonly {
    /** Empty: nothing to set it apart from. */
    readonly title: string;
    readonly venues: readonly ToldVenue[];
  }[];
  /** Empty: all are told. */
  readonly more: string;
}

export interface ToldVenue {
  /** `Le Lux, Hautbourg, à environ 5 minutes en voiture`. */
  readonly name: string;
  readonly showings: readonly {
    readonly when: string;
    /** `en français (VF), audiodescription`; empty: nothing is known. */
    readonly details: string;
    readonly href: string;
  }[];
}

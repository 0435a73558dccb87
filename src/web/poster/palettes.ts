/** Five colours of one poster. Letters in `ink` always stand on `ground`; the others are for the drawing. */
export interface Palette {
  readonly ground: string;
  readonly ink: string;
  readonly one: string;
  readonly two: string;
  readonly three: string;
}

export type Mood =
  | 'night'
  | 'desert'
  | 'space'
  | 'fear'
  | 'stage'
  | 'banner'
  | 'meadow'
  | 'rose'
  | 'laugh'
  | 'museum'
  | 'drive'
  | 'home';

const palette = (ground: string, ink: string, one: string, two: string, three: string): Palette => ({
  ground,
  ink,
  one,
  two,
  three,
});

/** A restrained palette for each mood, in a few variants. */
export const palettes: Record<Mood, readonly [Palette, ...Palette[]]> = {
  night: [
    palette('#15171f', '#f2e6cf', '#353b52', '#d8b56a', '#7d2f28'),
    palette('#1b2230', '#efe6d4', '#41506b', '#e6d9b8', '#b0472f'),
    palette('#231a1c', '#f4e3c4', '#57302f', '#e0a94f', '#8f3b2e'),
    palette('#e6dcc6', '#1c1b20', '#1c1b20', '#a63d2a', '#8e8672'),
  ],
  desert: [
    palette('#7b2d1e', '#fbe7c2', '#e79a3c', '#c4542b', '#f6d190'),
    palette('#f3dcae', '#4a1f16', '#d9782d', '#a33c22', '#6d2a1c'),
    palette('#2d3f46', '#f7e4bf', '#dc9a4a', '#a9532f', '#f2cf91'),
  ],
  space: [
    palette('#0f1c3a', '#f3ecd8', '#2f5f8f', '#e8a33d', '#c9dbe0'),
    palette('#1a1433', '#f4e9dc', '#5a3f8a', '#f08a5d', '#e8d6f0'),
    palette('#0d2b33', '#e9f1e4', '#1f6f73', '#f0c25a', '#bfe0d2'),
  ],
  fear: [
    palette('#1a1414', '#f0e2cf', '#5b1a1a', '#c63d2f', '#3a2626'),
    palette('#182219', '#ece6cc', '#33513a', '#c8b560', '#0f1610'),
    palette('#efe3cc', '#2a1216', '#8c1f28', '#2a1216', '#c9b79a'),
  ],
  stage: [
    palette('#571622', '#fdeccb', '#8c2434', '#f0bd55', '#3a0e17'),
    palette('#123c46', '#fdeed0', '#1f6471', '#f2b950', '#0b2830'),
    palette('#f7e3bd', '#5a1a26', '#d9a441', '#a3293b', '#5a1a26'),
  ],
  banner: [
    palette('#2f3428', '#f0e6cc', '#596147', '#c9a24d', '#9c3b26'),
    palette('#e9dfc5', '#2b2a26', '#8f2f23', '#4d5a45', '#bfae84'),
    palette('#22303f', '#f1e7d2', '#4a6076', '#c8553d', '#d9c59a'),
  ],
  meadow: [
    palette('#f4ead0', '#24403a', '#7fa06a', '#3f6f58', '#e3a94b'),
    palette('#cfe0dc', '#173b45', '#4f8a7c', '#24586a', '#f0b860'),
    palette('#1f4a45', '#f6ecd2', '#6e9b6f', '#356d60', '#efbf5f'),
    palette('#fbe6c4', '#3a3220', '#d48f43', '#8a8f4c', '#c25b3a'),
  ],
  rose: [
    palette('#f6e2d6', '#5a1f33', '#d9707a', '#8f2f4a', '#f0b38c'),
    palette('#3b1730', '#fbe5d6', '#a83d5c', '#e88873', '#6b2947'),
    palette('#f7ebd9', '#27355a', '#e08a76', '#3f5d94', '#c9cfe0'),
    palette('#7f2438', '#fdebdc', '#c44f57', '#f1a77f', '#5b1829'),
  ],
  laugh: [
    palette('#f6c445', '#3a1d14', '#e0632f', '#fbe9bf', '#1f6e79'),
    palette('#fbecc8', '#1d3a4a', '#e8703a', '#2f8a8c', '#f3b93f'),
    palette('#b93a22', '#fff3d8', '#f5b83d', '#85271b', '#fbe3b0'),
    palette('#1d6470', '#fdf0d0', '#f2b13c', '#e8663c', '#86c0b4'),
    palette('#f7d9c4', '#5b1f2b', '#d9534a', '#f0a63c', '#2f6f73'),
    palette('#2d3561', '#fdeed0', '#e8734a', '#f4bd4b', '#7f8fc9'),
  ],
  museum: [
    palette('#ece2cc', '#2d2a2a', '#a9824c', '#5d2b2b', '#c9b78f'),
    palette('#26324a', '#f3e8cf', '#b58b48', '#7f2f2c', '#dcc48e'),
    palette('#4a2a22', '#f6e6c8', '#c3924a', '#7d4330', '#e5c98d'),
  ],
  drive: [
    palette('#16202c', '#fdf0d6', '#e2492f', '#f2a93b', '#34495e'),
    palette('#bb3a20', '#fff5e0', '#1b1f2a', '#f7b23b', '#8c2415'),
    palette('#f3e7cf', '#1a2430', '#d83c2a', '#1f5673', '#f0a93a'),
  ],
  home: [
    palette('#24324a', '#f6ead3', '#3d5273', '#f0b04f', '#7d93ad'),
    palette('#efe5d2', '#2a2f3d', '#7d8ca3', '#c9603c', '#4a5a75'),
    palette('#3a2c3f', '#f6e7d8', '#6a4f6b', '#e5a25a', '#a98aa0'),
    palette('#e7d7c1', '#3a2a24', '#b5654a', '#6f7f73', '#d9a867'),
    palette('#2c403c', '#f2ead6', '#557168', '#e6b566', '#93ab9f'),
    palette('#dfe3dc', '#22323a', '#5f7f86', '#c26a45', '#9fb3ae'),
  ],
};

export type PictureFormat = 'png' | 'svg';

/** What a figure asks of the chart in it: a picture, handed back when it is drawn. */
export type PictureRequest = { format: PictureFormat; take: (picture: Promise<Blob>) => void };

/** The event by which a figure asks, and which only a chart answers. */
export const ASK = 'askpicture';

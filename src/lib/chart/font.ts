/** The family that charts are written in; a server registers its file under this name. */
export const FONT = 'Source Sans 3 Variable';

/** Words on a canvas, as `ctx.font` takes it. @param size in pixels */
export const fontOf = (isBold: boolean, size = 12.5) =>
	`${isBold ? '600 ' : ''}${size}px '${FONT}', sans-serif`;

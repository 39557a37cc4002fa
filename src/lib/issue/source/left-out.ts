/** What of a document is neither read nor stored, counted. */
export type LeftOut = {
	/** scripts, and attributes that hold one */
	scripts: number;
	/** documents and programs within the document */
	frames: number;
	/** forms, their fields and buttons */
	fields: number;
	/** links that would run something, or hold a document themselves */
	links: number;
	/** characters beyond those that are read */
	characters: number;
};

/** Nothing left out. */
export function nothingLeftOut(): LeftOut {
	return { scripts: 0, frames: 0, fields: 0, links: 0, characters: 0 };
}

const kinds: Record<string, keyof LeftOut> = {
	script: 'scripts',
	...Object.fromEntries(
		'applet embed frame iframe object'.split(' ').map((name) => [name, 'frames'])
	),
	...Object.fromEntries(
		'button form input select textarea'.split(' ').map((name) => [name, 'fields'])
	)
};

/** Counts an element, and the attributes of any that would run something. */
export function countLeftOut(
	leftOut: LeftOut,
	name: string,
	attributes: Readonly<Record<string, string>>
): void {
	const kind = kinds[name];
	if (kind) leftOut[kind]++;
	for (const attribute in attributes) if (attribute.startsWith('on')) leftOut.scripts++;
}

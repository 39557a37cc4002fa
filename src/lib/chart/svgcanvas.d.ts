/** The part of svgcanvas that we use; it comes without types. */
declare module 'svgcanvas' {
	export class Context {
		constructor(width: number, height: number);
		getSerializedSvg(fixNamedEntities?: boolean): string;
	}
}

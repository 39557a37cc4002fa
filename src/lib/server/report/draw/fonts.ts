import { fileURLToPath } from 'node:url';
import { GlobalFonts } from '@napi-rs/canvas';
import { FONT } from '#lib/chart/font.ts';

function file(family: string, name: string): string {
	return fileURLToPath(import.meta.resolve(`@expo-google-fonts/${family}/${name}.ttf`));
}

/** The two families of the pages as files with every letter they have: paper embeds what it uses. */
export const fontFiles = {
	sans: file('source-sans-3', '400Regular/SourceSans3_400Regular'),
	sansBold: file('source-sans-3', '600SemiBold/SourceSans3_600SemiBold'),
	serif: file('newsreader', '400Regular/Newsreader_400Regular'),
	serifBold: file('newsreader', '500Medium/Newsreader_500Medium')
};

let registered = false;

/** Lets charts that a server draws measure and write text in the family of the pages. */
export function registerFonts() {
	if (registered) return;
	GlobalFonts.registerFromPath(fontFiles.sans, FONT);
	GlobalFonts.registerFromPath(fontFiles.sansBold, FONT);
	registered = true;
}

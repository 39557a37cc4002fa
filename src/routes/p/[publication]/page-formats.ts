import { createFormats, type Formats } from '#lib/messages/format.ts';
import type { Locale } from '#lib/messages/compiled/runtime.js';

type LoadParts = {
	locals: { language: Locale };
	parent: () => Promise<{ publication: { zone: string } }>;
};

/** How a page of a publication says numbers and dates, while it is made. */
export async function formatsOf({ locals, parent }: LoadParts): Promise<Formats> {
	const { publication } = await parent();
	return createFormats(locals.language, publication.zone);
}

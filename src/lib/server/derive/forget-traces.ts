import { holdsAddress, withoutAddresses } from '#lib/url/address.ts';
import { withoutReader } from '#lib/url/without-reader.ts';
import { allUrls, rewriteUrls } from '../store/events/merge-urls.ts';
import type { Db } from '../store/sql/open.ts';
import { forgetDeleted, rewriteTexts } from '../store/content/rewrite-texts.ts';
import { digestsOf } from './digests.ts';

/**
 * Takes an address out of everything that is stored: documents, links, names of files and campaigns,
 * rejected rows, reports; in whatever way it is written there, and digests of it. Imports leave none
 * since they know how; a database from before may hold some. Pages have to be found again.
 *
 * @param address as readers are known by it
 * @returns how many texts held it
 */
export async function forgetTraces(db: Db, address: string): Promise<number> {
	// `lettre-ana@example.org.html`: what is glued to it reads as its beginning
	const is = (candidate: string) => {
		const plain = candidate.normalize('NFKC').toLowerCase();
		return (
			plain === address ||
			(plain.endsWith(address) && /[-_]$/.test(plain.slice(0, -address.length)))
		);
	};
	const digests = digestsOf(address);
	const digest = new RegExp(digests.join('|'), 'gi');
	const held = (text: string) => holdsAddress(text, is) || text.search(digest) >= 0;

	await db.$client.execute('PRAGMA secure_delete = ON').catch(() => {});
	const links = (await allUrls(db)).flatMap(({ id, text }) =>
		held(text) ? [{ id, text: withoutReader(text).replace(digest, '') }] : []
	);
	await rewriteUrls(db, links);
	const texts = await rewriteTexts(db, (text) => {
		const isLink = /^https?:/i.test(text) && holdsAddress(text, is);
		return withoutAddresses((isLink ? withoutReader(text) : text).replace(digest, '…'), '…', is);
	});
	await forgetDeleted(db);
	return links.length + texts;
}

/** What was kept as it stood in a file before that was known to hold addresses at times. */
const ofFiles = new Set(['client', 'rollup_client', 'import']);

/** Takes addresses out of what files said of programs and columns, as imports of today do. */
export async function cleanTexts(db: Db): Promise<void> {
	const clean = (text: string) => withoutAddresses(text, '…');
	await rewriteTexts(db, clean, (table) => ofFiles.has(table));
}

/**
 * Cleans every stored link by the rules of today.
 *
 * @returns whether any was written otherwise
 */
export async function cleanUrls(db: Db): Promise<boolean> {
	const changed = (await allUrls(db)).flatMap(({ id, text }) => {
		const clean = withoutReader(text);
		return clean === text ? [] : [{ id, text: clean }];
	});
	await rewriteUrls(db, changed);
	return changed.length > 0;
}

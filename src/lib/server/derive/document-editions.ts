import { originalName } from '#lib/file-name.ts';
import { contradict, comparedIdentity, sameKeys } from '#lib/join/same-issue.ts';
import type { PublicationDocument } from '../store/content/documents.ts';
import type { PublicationSend, SendIssue } from '../store/events/sends.ts';
import {
	arePartsOfOne,
	areStrangers,
	ofOneCampaign,
	sameStories,
	versionsAmong
} from './same-edition.ts';

/** What will be one issue: its documents, the first of which it is read from, and its sends. */
export type Edition = {
	documents: PublicationDocument[];
	sends: { send: PublicationSend; by: SendIssue }[];
};

type Compare = (a: PublicationDocument, b: PublicationDocument) => boolean;

/** The issues that documents are of, each with the document first that it is read from. */
export function documentEditions(
	documents: readonly PublicationDocument[],
	sends: readonly PublicationSend[]
): Edition[] {
	const editions: Edition[] = [];

	const keys = new Map(documents.map(({ id, outline }) => [id, comparedIdentity(outline)]));
	const inVersions = versionsAmong(documents, sends);
	const called = new Map(documents.map((one) => [one, originalName(one.name)]));
	// files of one name, or copies of it
	const areNamesakes: Compare = (a, b) => called.get(a) === called.get(b);
	const tellTheSame = sameStories();
	const areAlternatives = (a: PublicationDocument, b: PublicationDocument) => {
		const one = ofOneCampaign(a, b);
		if (one || inVersions(a, b)) return true;
		if (one === false) return false;
		const [own, other] = [keys.get(a.id)!, keys.get(b.id)!];
		const byTitle = own.number === null && other.number === null;
		return (
			(sameKeys(own, other) && !(byTitle && areStrangers(a, b))) ||
			(!contradict(own, other) &&
				(arePartsOfOne(a, b) || (areNamesakes(a, b) && tellTheSame(a, b))))
		);
	};
	for (const document of documents) {
		const edition = editions.find(
			({ documents: [first] }) => first && areAlternatives(first, document)
		);
		if (edition) edition.documents.push(document);
		else editions.push({ documents: [document], sends: [] });
	}
	for (const { documents } of editions)
		documents.sort(byWorth(outdatedAmong(documents, areNamesakes)));
	return editions;
}

const formats = ['html', 'eml', 'markdown', 'org', 'text'];

const links = ({ outline }: PublicationDocument) =>
	outline.sections.reduce((n, { items }) => items.reduce((m, item) => m + item.links.length, n), 0);

/** Documents that came again, in the same format and under the same name, or as a copy: the last one holds. */
function outdatedAmong(
	documents: readonly PublicationDocument[],
	areNamesakes: Compare
): ReadonlySet<PublicationDocument> {
	const isLater: Compare = (one, other) =>
		one.importId > other.importId && one.format === other.format && areNamesakes(one, other);
	return new Set(documents.filter((one) => documents.some((other) => isLater(other, one))));
}

/**
 * What holds first, and of that the richest document. Of two that are as rich the one that was given
 * last holds, and of one import what is in the file decides.
 */
function byWorth(outdated: ReadonlySet<PublicationDocument>) {
	return (a: PublicationDocument, b: PublicationDocument) =>
		Number(outdated.has(a)) - Number(outdated.has(b)) ||
		Math.sign(links(b)) - Math.sign(links(a)) ||
		formats.indexOf(a.format) - formats.indexOf(b.format) ||
		links(b) - links(a) ||
		b.importId - a.importId ||
		(a.hash < b.hash ? -1 : 1);
}

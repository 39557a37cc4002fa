import { plainText } from '#lib/plain-text.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { keyWords, noteWords } from '#lib/columns/cell-words.ts';
import { createFormats } from '#lib/messages/format.ts';
import { filteringWords, frozenWords } from '#lib/messages/report-foot.ts';
import { reportFile } from '../report/files.ts';
import type { Snapshot } from '../report/snapshot.ts';

/** A mail as it is handed to a server. */
export type Mail = {
	subject: string;
	text: string;
	html: string;
	attachments: {
		filename: string;
		contentType: string;
		content: Buffer;
		/** by which the body shows it */
		cid?: string;
	}[];
};

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain words within HTML. */
export function escaped(text: string): string {
	return plainText(text).replace(/[&<>"]/g, (sign) => escapes[sign]!);
}

/** The name by which a mail's body shows the logo that comes with it. */
const LOGO = 'logo';

/** As high as the head of a mail shows it at most, in pixels. */
const MOST = 40;

function logoImage({ name, logo }: Snapshot['publication']): string {
	if (!logo) return '';
	const height = Math.min(MOST, logo.height);
	const width = Math.round((logo.width * height) / logo.height);
	return `<img src="cid:${LOGO}" alt="${escaped(name)}" width="${width}" height="${height}" style="display:block;margin:0 0 8px;background:#fff">`;
}

/**
 * A report as a mail: what it found in the body, all of it attached as PDF.
 *
 * @param link where the report can be seen; null where nobody said under which address we are
 */
// eslint-disable-next-line max-lines-per-function -- one mail from top to bottom, as text and as HTML
export async function mailOf(snapshot: Snapshot, link: string | null): Promise<Mail> {
	const { locale, publication, findings, advice } = snapshot;
	const formats = createFormats(locale, publication.zone);
	const options = { locale };
	const keys = snapshot.keyFigures.map((figure) => {
		const { value, change } = keyWords(figure, formats);
		return { label: figure.label, value, beside: change || noteWords(figure, formats) };
	});
	const { period, compared, filters } = snapshot;
	const beside = compared === null ? null : m['mail.compared']({ compared }, options);
	const narrowed = [period, beside, ...filters].filter(Boolean);
	const foot = [frozenWords(snapshot, formats), ...filteringWords(snapshot, formats)].join(' · ');
	const pdf = await reportFile(snapshot, 'pdf');

	const text = [
		snapshot.name,
		narrowed.join(' · '),
		'',
		...findings.flatMap((finding) => [finding, '']),
		...keys.map(({ label, value, beside }) => `${label} ${value}${beside && ` · ${beside}`}`),
		...advice.flatMap(({ heading, lines }) => ['', heading, ...lines.map((line) => `– ${line}`)]),
		'',
		m['mail.attached']({}, options),
		...(link === null ? [] : [link]),
		'',
		foot
	].join('\n');

	const p = (content: string, style = '') => `<p style="margin:0 0 12px;${style}">${content}</p>`;
	const quiet = 'color:#5f5a52;font-size:14px';
	const html = [
		`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(snapshot.name)}</title></head>`,
		'<body style="margin:0;padding:24px;background:#fff;color:#1f1c18;font:16px/24px Georgia,serif"><div style="max-width:640px">',
		p(
			logoImage(publication) + escaped(publication.name),
			`${quiet};border-top:3px solid #1f1c18;padding-top:12px`
		),
		`<h1 style="margin:0 0 4px;font:500 26px/30px Georgia,serif">${escaped(snapshot.name)}</h1>`,
		p(escaped(narrowed.join(' · ')), quiet),
		...findings.map((finding) => p(escaped(finding))),
		'<table style="border-collapse:collapse;margin:0 0 12px">',
		...keys.map(
			({ label, value, beside }) =>
				`<tr><td style="padding:4px 16px 4px 0;${quiet}">${escaped(label)}</td><td style="padding:4px 16px 4px 0;font-weight:bold">${escaped(value)}</td><td style="padding:4px 0;${quiet}">${escaped(beside)}</td></tr>`
		),
		'</table>',
		...advice.flatMap(({ heading, lines }) => [
			`<h2 style="margin:16px 0 4px;font:500 19px/23px Georgia,serif">${escaped(heading)}</h2>`,
			`<ul style="margin:0 0 12px;padding-left:20px">${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
		]),
		p(escaped(m['mail.attached']({}, options))),
		...(link === null
			? []
			: [p(`<a href="${escaped(link)}">${escaped(m['mail.open']({}, options))}</a>`)]),
		p(escaped(foot), quiet),
		'</div></body></html>'
	].join('\n');

	return {
		subject: plainText(`${publication.name} – ${snapshot.name}`).replace(/\s+/g, ' '),
		text: plainText(text),
		html,
		attachments: [
			...(publication.logo
				? [
						{
							filename: 'logo.png',
							contentType: 'image/png',
							content: Buffer.from(publication.logo.png, 'base64'),
							cid: LOGO
						}
					]
				: []),
			{ filename: pdf.name, contentType: pdf.type, content: Buffer.from(pdf.content as Uint8Array) }
		]
	};
}

import type { Edition, EditionItem, Run } from './editions.ts';

const TEXT = 'font-family:Georgia,Times,serif;font-size:17px;line-height:27px;color:#22313f';
const SMALL =
	'font-family:Helvetica,Arial,sans-serif;font-size:12px;line-height:18px;color:#6b7c8c';
const HEAD =
	'font-family:Helvetica,Arial,sans-serif;color:#0b3c5d;margin:0;padding:0;font-weight:bold';
const BUTTON =
	'font-family:Helvetica,Arial,sans-serif;font-size:15px;font-weight:bold;color:#0b7a75;text-decoration:underline';

const STYLES = `
	body { margin: 0; padding: 0; background-color: #eef3f6; -webkit-text-size-adjust: 100%; }
	table { border-collapse: collapse; mso-table-lspace: 0pt; mso-table-rspace: 0pt; }
	img { border: 0; height: auto; outline: none; text-decoration: none; }
	.frame { width: 640px; max-width: 640px; background-color: #ffffff; }
	@media only screen and (max-width: 480px) {
		.frame { width: 100% !important; }
		.pad { padding-left: 18px !important; padding-right: 18px !important; }
		h1 { font-size: 26px !important; line-height: 32px !important; }
	}
`;

/** The issue as the e-mail that went out: tables within tables, styles in the tags. */
export function emailHtml(edition: Edition): string {
	const { subject, name, number, longDate, browser, house, unsubscribe, items } = edition;
	const preview = items
		.slice(1, 4)
		.map(({ title }) => title)
		.join(' · ');
	let section: string | null = null;

	const rows = items.map((item) => {
		const heading = item.section && item.section !== section ? sectionRow(item.section) : '';
		section = item.section;
		return heading + (item.format === 'editorial' ? editorialRow(item) : itemRow(item));
	});

	return `<!doctype html>
<html lang="fr" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(subject)}</title>
<style type="text/css">${STYLES}</style>
</head>
<body>
<span style="display:none;font-size:0;line-height:0;max-height:0;overflow:hidden;opacity:0">${escape(preview)}</span>
<table role="presentation" border="0" cellpadding="0" cellspacing="0" width="100%" style="background-color:#eef3f6">
<tbody><tr><td align="center" valign="top" style="padding:12px 0 24px 0">
<table role="presentation" class="frame" border="0" cellpadding="0" cellspacing="0" width="640">
<tbody>
${row(`<p style="${SMALL};text-align:right;margin:0"><a href="${escape(browser)}" style="color:#6b7c8c">Voir dans le navigateur</a></p>`)}
${row(`<img src="https://maree-haute.example.org/images/phare.png" width="72" height="72" alt="${escape(name)}" style="display:block;margin:0 auto"><p style="${SMALL};text-align:center;margin:12px 0 0 0">${escape(name)} #${number} · ${longDate}</p>`)}
${rows.join('\n')}
${row(`<p style="${SMALL};text-align:center;margin:0">Vous recevez cette lettre parce que vous l’avez demandée sur notre site.<br>${escape(name)}, 4 quai des Brumes, Port-Lescure<br><a href="${escape(house.url)}" style="color:#6b7c8c">${escape(house.text)}</a> · <a href="${escape(unsubscribe)}" style="color:#6b7c8c">Se désinscrire</a></p>`)}
</tbody>
</table>
</td></tr></tbody>
</table>
</body>
</html>
`;
}

/** The same as the body of a web post: headings and paragraphs without a frame. */
export function postHtml({ items, house }: Edition): string {
	let section: string | null = null;
	const parts = items.map((item) => {
		const heading =
			item.section && item.section !== section ? `<h2>${escape(item.section)}</h2>` : '';
		section = item.section;
		const partner = item.partner
			? `<p><em>En partenariat avec ${escape(item.partner)}</em></p>`
			: '';
		// the post's own title stands above it, outside the body
		const title = item.format === 'editorial' ? '' : `<h3>${item.emoji} ${escape(item.title)}</h3>`;
		const body = item.paragraphs.map((runs) => `<p>${inline(runs, '')}</p>`).join('');
		const more = item.more ? `<p><a href="${escape(item.more.url)}">${item.more.text}</a></p>` : '';
		const author = item.author ? `<p>Par ${escape(item.author)}</p>` : '';
		return heading + title + partner + author + body + points(item, '') + more;
	});

	return `${parts.join('')}<div><hr></div><p><em>Vous aimez cette lettre ? <a href="${escape(house.url)}">${escape(house.text)}</a></em></p>`;
}

function sectionRow(title: string): string {
	return row(
		`<h2 style="${HEAD};font-size:22px;line-height:28px;border-bottom:2px solid #0b7a75;padding-bottom:6px">${escape(title)}</h2>`
	);
}

function editorialRow({ title, author, paragraphs }: EditionItem): string {
	return row(
		`<h1 style="${HEAD};font-size:32px;line-height:38px;margin-bottom:18px">${escape(title)}</h1>
${byline(author)}${paragraphs.map((runs) => `<p style="${TEXT};margin:0 0 16px 0">${inline(runs, 'color:#0b7a75')}</p>`).join('\n')}`
	);
}

function itemRow(item: EditionItem): string {
	const partner = item.partner
		? `<p style="${TEXT};margin:0 0 8px 0"><em>En partenariat avec ${escape(item.partner)}</em></p>`
		: '';
	return row(
		`<h3 style="${HEAD};font-size:19px;line-height:25px;margin-bottom:8px">${item.emoji} ${escape(item.title)}</h3>
${partner}${byline(item.author)}${item.paragraphs.map((runs) => `<p style="${TEXT};margin:0 0 8px 0">${inline(runs, 'color:#0b7a75')}</p>`).join('\n')}
${points(item, TEXT)}<p style="${TEXT};margin:0"><a href="${escape(item.more!.url)}" style="${BUTTON}" target="_blank">${item.more!.text}</a></p>`,
		item.partner ? '#fdf6e3' : '#ffffff'
	);
}

function byline(author: string | null): string {
	return author ? `<p style="${SMALL};margin:0 0 8px 0">Par ${escape(author)}</p>\n` : '';
}

function points({ points }: EditionItem, style: string): string {
	if (points.length === 0) return '';
	const attribute = style ? ` style="${style};margin-bottom:4px"` : '';
	return `<ul>${points.map((point) => `<li${attribute}>${escape(point)}</li>`).join('')}</ul>\n`;
}

function row(inner: string, background = '#ffffff'): string {
	return `<tr><td align="left" valign="top" style="background-color:${background}">
<table role="presentation" border="0" cellpadding="0" cellspacing="0" width="100%" style="min-width:100%">
<tbody><tr><td class="pad" valign="top" style="padding:16px 40px 16px 40px;word-break:break-word">
${inner}
</td></tr></tbody>
</table>
</td></tr>`;
}

function inline(runs: Run[], style: string): string {
	const attribute = style ? ` style="${style}"` : '';
	return runs
		.map(({ text, url }) =>
			url ? `<a href="${escape(url)}"${attribute}>${escape(text)}</a>` : escape(text)
		)
		.join('');
}

function escape(text: string): string {
	return text
		.replace(/&/g, '&amp;')
		.replace(/"/g, '&quot;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;');
}

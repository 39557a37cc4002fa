import { createHash } from 'node:crypto';

/** A person of whom files say everything that they can; whoever else is in the files is in them too. */
export const address = 'zelie.quervoal@lecture.example.org';
export const name = 'Zélie Quervoal';
const utf8 = (text: string) => new TextEncoder().encode(text);
const twice = encodeURIComponent(encodeURIComponent(address));
const hex = Buffer.from(address).toString('hex');
const digest = (kind: string) => createHash(kind).update(address).digest('hex');

/** Tracked links, each with the person in it in another way. */
const links = [
	`https://go.example.com/r?to=https%3A%2F%2Fexample.com%2Fun%3Femail%3D${twice}`,
	`https://example.com/deux?e=${btoa(address)}&p=2`,
	`https://example.com/trois/${twice}/a`,
	`https://example.com/quatre?name=${encodeURIComponent(name)}&fname=Z%C3%A9lie`,
	`https://example.com/cinq?prenom=Z%C3%A9lie&nom=Quervoal&x=${hex}`,
	`https://example.com/six?em=${digest('md5')}&y=${digest('sha256')}#${digest('sha1')}`,
	`https://example.com/sept#${encodeURIComponent(address)}`,
	`https://click.example.com/track/${btoa(`{"to":"${address}","u":"https://example.com/huit"}`)}`
];

const events = [
	'email;campagne;date;url',
	...links.map((url, i) => `${address};Lettre ${i % 2};2026-01-05 10:0${i}:00;${url}`),
	`"${name} <${address.toUpperCase()}>";Essai ${address};2026-01-05 11:00:00;https://example.com/a`,
	`${address};Lettre 1;jamais;https://example.com/a?who=${address}`,
	`pas une adresse ${address};Lettre 1;2026-01-05 10:00:00;${links[0]}`,
	'bo@example.net;Lettre 1;2026-01-05 12:00:00;https://example.com/a'
].join('\n');

const subscribers = [
	"Adresse e-mail;Prénom;Nom;Date d'inscription;Statut;Source",
	`${address};Zélie;Quervoal;04/01/2026;Abonné;parrain ${address}`,
	'bo@example.net;Bo;Bel;13/01/2026;Abonné;salon'
].join('\n');

const spend = `canal;mois;montant\nsalon ${address};2026-01;12,50\n`;

const body = [
	`Bonjour ${name},`,
	`Chère Zélie, cette lettre est envoyée à ${address}, ZÉLIE QUERVOAL, quervoal.`,
	`Écrire : zelie.quervoal [at] lecture.example.org ou ${address.replace('@', '＠')}`,
	`Jeton ${btoa(address)} et ${twice}`
];

const html = `<!doctype html><html><head><title>La lettre n° 7 pour ${name}</title>
<meta name="author" content="${address}"><meta name="date" content="2026-01-07"></head><body>
<!-- ${address} --><p>To: ${name} &lt;${address}&gt;</p>${body.map((line) => `<p>${line}</p>`).join('')}
<h2>Nouvelles</h2>${links
	.map(
		(url, i) =>
			`<h3>Article ${i}</h3><p>Texte de l’article ${i}. <a href="${url.replaceAll('&', '&amp;')}" title="${address}"
			data-to="${address}">Lire</a><img src="https://example.com/i.png" width="90" height="90" alt="Pour ${address}"></p>`
	)
	.join('')}<p><a href="mailto:${address}">${address}</a></p></body></html>`;

const markdown = `---\ntitle: "Lettre 8 pour ${name}"\nauthor: ${address}\ndate: 2026-01-14\n---\n
To: ${name} <${address}>\n\n${body.join('\n\n')}\n\n## Nouvelles\n
${links.map((url, i) => `### Histoire ${i}\n\nDu texte. [Lire la suite](${url})\n`).join('\n')}`;

const plain = `To: ${name} <${address}>\nSubject: Lettre 9\n\n${body.join('\n\n')}\n\nNOUVELLES\n
${links.map((url, i) => `Récit ${i}\nDu texte.\n${url}\n`).join('\n')}`;

const mail = (subject: string) =>
	[
		`From: La lettre <lettre@example.net>`,
		`To: =?utf-8?B?${btoa(String.fromCharCode(...utf8(name)))}?= <${address}>`,
		`Delivered-To: ${address}`,
		`Subject: =?utf-8?B?${btoa(String.fromCharCode(...utf8(subject)))}?=`,
		'Date: Wed, 21 Jan 2026 08:00:00 +0000',
		'MIME-Version: 1.0',
		'Content-Type: text/html; charset=utf-8',
		'Content-Transfer-Encoding: base64',
		'',
		Buffer.from(html.replaceAll('n° 7', 'n° 10')).toString('base64').replace(/.{76}/g, '$&\r\n')
	].join('\r\n');

/** Every kind of file, for one door; its number keeps the doors' bytes apart. */
export function files(door: number): Record<string, Uint8Array> {
	const own = (text: string) => utf8(text.replaceAll('2026-01', `2026-0${door}`));
	return {
		[`clics ${address} ${door}.csv`]: own(events),
		[`abonnes-${door}-${encodeURIComponent(address)}.csv`]: own(`${subscribers}\n`),
		[`depenses-${door}.csv`]: own(spend),
		[`lettre ${door} ${address}.html`]: own(html),
		[`lettre-${door}-Zélie Quervoal.md`]: own(markdown),
		[`lettre-${door}.txt`]: own(plain),
		[`${address}-${door}.eml`]: own(mail(`Zélie, votre lettre n° 10 (${address})`))
	};
}

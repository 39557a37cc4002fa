// What services write below every letter that is sent with them.

const sign = (...lines: string[]) => new RegExp(`^[^\\p{L}\\p{N}]*(?:${lines.join('|')})`, 'iu');

const sentWith =
	'(?:sent|send|powered|made|built|created|published|envoyée?|propulsée?|créée?|réalisée?|gesendet|versendet|erstellt|enviad[oa]|cread[oa]|inviat[oa]|creat[oa]|verzonden|gemaakt) (?:with|by|via|using|avec|par|grâce à|mit|von|über|con|da|com|por|met|door) (?:.{0,12} )?';

/** The lines by which the foot of a letter is known, by the service that writes them. */
const signatures = [
	{
		service: 'buttondown',
		foot: sign(
			'you just read (?:issue|an issue)\\b',
			"you(?:’|')re reading the free version of",
			'brought to you by buttondown',
			"don(?:’|')t miss what(?:’|')s next\\. subscribe",
			'this email brought to you by buttondown',
			`${sentWith}buttondown`
		)
	},
	{
		service: 'mailerlite',
		foot: sign(
			`${sentWith}mailer ?lite`,
			'you received this e-?mail because you signed up on (?:our|my) website',
			'vous (?:recevez|avez reçu) cet e-?mail (?:parce que|car) vous vous êtes inscrit'
		)
	},
	{
		service: 'brevo',
		foot: sign(
			`${sentWith}(?:brevo|sendinblue)`,
			'this e-?mail was sent to .{0,80}\\byou received this e-?mail because'
		)
	},
	{
		service: 'revue',
		foot: sign(
			`${sentWith}revue`,
			'in order to unsubscribe, (?:please )?click',
			"if you don(?:’|')t want these updates any ?more"
		)
	},
	{
		service: 'curated',
		foot: sign(`${sentWith}curated`, 'browse (?:our )?(?:previous|past) issues', 'sponsor an issue')
	},
	{
		service: 'kit',
		foot: sign(`${sentWith}(?:kit|convertkit)`, "won(?:’|')t you join .{1,60} on kit")
	},
	{ service: 'beehiiv', foot: sign(`${sentWith}beehiiv`, 'terms of service for beehiiv') },
	{
		service: 'ghost',
		foot: sign(
			`${sentWith}ghost`,
			"this e-?mail was sent to .{1,80} because you(?:’|')re subscribed"
		)
	},
	{
		service: 'substack',
		foot: sign(
			'(?:start writing|commencer à écrire)(?: on substack)?$',
			'© 20\\d\\d .{1,80}substack',
			`${sentWith}substack`
		)
	},
	{
		service: 'mailchimp',
		foot: sign(
			`${sentWith}(?:intuit )?mailchimp`,
			'why did i get this\\?',
			'pourquoi ai-je reçu (?:cet e-?mail|ce message)',
			'this e-?mail was sent to .{1,80}why did i get this'
		)
	}
] as const;

/**
 * The service whose signature a line is; null for a line of the publication's own.
 *
 * @example signatureOf('Sent with ❤ by MailerLite') // => 'mailerlite'
 */
export function signatureOf(text: string): (typeof signatures)[number]['service'] | null {
	if (text.length > 300) return null;
	return signatures.find(({ foot }) => foot.test(text))?.service ?? null;
}

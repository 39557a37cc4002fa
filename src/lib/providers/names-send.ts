import { originalName, withoutEndings } from '#lib/file-name.ts';

/** Services and programs that files come from. */
const SERVICES =
	/^(mailchimp|mandrill|sendgrid|klaviyo|brevo|sendinblue|mailjet|hubspot|substack|beehiiv|listmonk|mautic|mailgun|postmark|sparkpost|ses|aws|amazon|braze|iterable|customerio|convertkit|omnisend|moosend|mailerlite|activecampaign|aweber|getresponse|campaignmonitor|constantcontact|dotdigital|dotmailer|emarsys|salesforce|sfmc|marketo|pardot|eloqua|sarbacane|splio|cleverreach|rapidmail|inxmail|sendy|phplist|mailpoet|acymailing|buttondown|emailoctopus|keila|webhooks?|api|json|jsonl|ndjson|dump|backup|query|sql|google|analytics|excel|xlsx?)$/;

/** Words of files' names that say what sort of file it is, and never which send it is about. */
const GENERIC =
	/^(exports?|exported|reports?|rapports?|berichte?|informes?|relazion\w*|rapporto|data|donnees|daten|datos|dati|files?|fichiers?|tables?|sheet\d*|feuil\w*|tabelle\d*|blatt\d*|hoja\d*|foglio\d*|blad\d*|planilha\d*|folha\d*|pages?|list\w*|liste|download\w*|results?|all|full|tous|toutes|alle|todos|csv|new|old|final|copy|copie|kopie|test|my|the|of|by|per|par|de|des|les|la|le|and|et|und|untitled|document|book\d*|clics?|click\w*|clique\w*|klick\w*|klik\w*|clicc\w*|opens?|opened|openers?|openings?|ouvert\w*|ouvreurs?|offnung\w*|abiert\w*|apertur\w*|links?|liens?|urls?|recipients?|destinataires?|empfanger|events?|evenements?|ereignisse|eventos|eventi|activity|activite|actions?|logs?|stats?|statistics|statistiques|deliver\w*|sent|sends?|envois?|envoyes?|readers?|subscribers?|contacts?|campaigns?|campagnes?|mailings?|newsletters?|emails?|mails?|bounces?|unsubscribes?|unsubscribed|daily|days?|dates?|quotidien\w*|journalier\w*|jours?|hourly|heures?|monthly|months?|mensuel\w*|mois|totals?|totaux|summary|resume|overview|apercu|\d)$/;

/**
 * Whether a file's name may stand for the one send that it is about: a word or a number in it says
 * more than what sort of file it is. A second file of the same name may be of another letter, unless
 * the name has a number.
 *
 * @example namesSend('Lettre 12 - clics.csv') // => true
 * @example namesSend('clicks-export.csv') // => false
 */
export function namesSend(path: string): boolean {
	const name = originalName(path);
	if (name !== withoutEndings(path) && !/\d/.test(name)) return false;
	const words = name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
	// `links2` is the second file of its sort as often as that of the second letter
	return words.some((word) => {
		const bare = word.replace(/(?<=\p{L})\d$/u, '');
		return !GENERIC.test(bare) && !SERVICES.test(bare);
	});
}

import { originalName, withoutEndings } from '#lib/file-name.ts';
import { services } from './services.ts';

/** Programs that files come from, and services of which no export is known, or that were called so before. */
const PROGRAMS = new Set(
	'amazon api aws cleverreach convertkit dotmailer dump backup eloqua emailoctopus emarsys excel inxmail json jsonl mandrill marketo moosend ndjson omnisend pardot phplist query rapidmail sendinblue ses sfmc sparkpost splio sql webhook webhooks xls xlsx analytics'.split(
		' '
	)
);

/** Whether a word is what files come from: never which send they are about. */
function isSource(word: string): boolean {
	return PROGRAMS.has(word) || services.some(({ id }) => id === word);
}

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
		return !GENERIC.test(bare) && !isSource(bare);
	});
}

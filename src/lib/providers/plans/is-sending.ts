const ARRIVED =
	/deliv|livr|recu|receiv|remis|reception|zugestellt|zustell|empfangen|entreg|recib|consegn|ricevut|bezorg|afgelever|ontvangen|recebid/;

/** Whether a plain name says that something was sent, which is not yet that it arrived. */
export function isSending(name: string): boolean {
	return !ARRIVED.test(name);
}

import { createHmac, type KeyObject } from 'node:crypto';
import { domainToASCII, domainToUnicode } from 'node:url';
import { wrapBy } from '../../reader-key.ts';

/** Turns addresses into what may be stored: nobody gets from one to the other without the key. */
export type Identity = {
	/** can be handed to another thread */
	keys: KeyObject[];
	/** of the keys, as the database remembers it */
	fingerprint: string;
	/** @param address trimmed, lower-case, without `mailto:` or a name */
	reader(publicationId: number, address: string): Buffer;
	/**
	 * The hash by which a reader of an international domain was known while domains were hashed as they were written;
	 * null for all others.
	 */
	formerReader(publicationId: number, address: string): Buffer | null;
	domain(address: string): Buffer;
};

const ASCII = /^[ -~]*$/;

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

/** An address with its domain spelled otherwise; as it is, where that cannot be. */
function respelled(address: string, spell: (domain: string) => string): string {
	const domain = domainOf(address);
	const other = address.includes('@') ? spell(domain) : '';
	return other === '' ? address : address.slice(0, -domain.length) + other;
}

/**
 * An address as it is hashed: a domain in letters beyond ASCII, `ana@bücher.example`, as domain names write it
 * (`xn--…`), since both are one mailbox. What is ASCII stays as it is.
 */
function asHashed(address: string): string {
	return ASCII.test(address) ? address : respelled(address, domainToASCII);
}

/** An address with its domain in letters. */
function inLetters(address: string): string {
	const isCoded = address.includes('xn--') && ASCII.test(address);
	return isCoded ? respelled(address, domainToUnicode) : address;
}

/** The ways to write an address: with an international domain there are two. */
export function spellingsOf(address: string): string[] {
	const ascii = asHashed(address);
	return [...new Set([address, ascii, inLetters(ascii)])];
}

/**
 * The identity of keys: KeyObjects, since with a Buffer each HMAC prepares the key anew. The first makes
 * a hash of the address, and each that a rotation added a hash of the hash before.
 */
export function identityFromKeys([first, ...later]: KeyObject[], fingerprint = ''): Identity {
	const keyed = (text: string) =>
		later.reduce<Buffer>(
			(hash, key) => wrapBy(key, hash),
			createHmac('sha256', first!).update(text).digest().subarray(0, 16)
		);

	const readerAs = (publicationId: number, spelled: string) =>
		keyed(`reader\0${publicationId}\0${spelled}`);

	return {
		keys: [first!, ...later],
		fingerprint,
		reader: (publicationId, address) => readerAs(publicationId, asHashed(address)),
		formerReader(publicationId, address) {
			const written = inLetters(address);
			return written === asHashed(address) ? null : readerAs(publicationId, written);
		},
		domain: (address) => keyed(`domain\0${domainOf(asHashed(address))}`)
	};
}

/**
 * Mailboxes that anybody can have: sharing such a domain says nothing about two readers. The last
 * line is the invented ones of the sample, which nobody can have.
 */
const free = new Set(
	`gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr live.com live.fr msn.com
	yahoo.com yahoo.fr ymail.com icloud.com me.com mac.com aol.com proton.me protonmail.com pm.me
	orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr gmx.com gmx.fr
	gmx.de web.de t-online.de mail.com zoho.com fastmail.com hey.com tutanota.com libero.it
	skynet.be telenet.be bluewin.ch videotron.ca sympatico.ca
	courriel.example.org boite.example.net poste.example.com`.split(/\s+/)
);

/** Whether an address is of a service where anybody may have a mailbox. */
export function isFreeMailbox(address: string): boolean {
	return free.has(address.slice(address.lastIndexOf('@') + 1));
}

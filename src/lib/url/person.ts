/**
 * Parameters that hold a person: what they are called, their number, the id that a list knows them
 * by. Written without case, marks and brackets: `First_Name`, `first-name` and `user[firstName]` are one.
 */
const PERSON = new Set(
	`mail email emailaddress mailaddress useremail usermail emailhash hashedemail emhash emailmd5 emailsha1
	emailsha256 md5email sha256email adressemail adresseemail courriel mel recipientemail subscriberemail
	contactemail customeremail
	name fullname firstname lastname fname lname givenname familyname surname nickname username displayname
	realname yourname contactname recipientname customername subscribername membername toname greeting
	prenom nom nomcomplet nomprenom prenomnom nomdefamille nomusage patronyme civilite salutation
	vorname nachname anrede nombre apellido apellidos nome cognome voornaam achternaam
	user uid userid useruid useruuid usr euid suid puid muid cuid sid
	subscriber subscriberid subscriberuid subscriberuuid subscriberkey subid subscriptionid
	contactid contactuuid contactkey recipient recipientid destinataire destinataireid
	member memberid memberuuid memberuid readerid readeruuid lecteurid abonne abonneid idabonne
	customerid customeruuid visitorid visitoruuid personid personuuid profileid leadid prospectid crmid
	phone phonenumber tel telephone mobile mobilephone portable msisdn
	birthday birthdate dateofbirth dob naissance datenaissance datedenaissance
	ip ipaddress clientip userip`.split(/\s+/)
);

/** Forms are filled in through links: `prefill_Name`, `wpf[fname]`, `contact.first_name`. */
const PREFIX =
	/^(?:prefill|merge|user|contact|customer|subscriber|profile|data|fields?|form|lead)[_.-]/i;

/** Whether a parameter of that name holds a person, wherever it stands. @param name decoded */
export function isPerson(name: string): boolean {
	let known = asked.get(name);
	if (known === undefined) {
		known = holdsPerson(name);
		if (asked.size > MOST_NAMES) asked.clear();
		if (name.length <= LONGEST_NAME) asked.set(name, known);
	}
	return known;
}

/** Names that were asked for: an export has a handful, a million times. */
const asked = new Map<string, boolean>();
const MOST_NAMES = 1000;
const LONGEST_NAME = 64;

function holdsPerson(name: string): boolean {
	if (name.length > LONGEST_NAME) return false;
	const last = /\[([^[\]]+)\](?:\[\])?$/.exec(name)?.[1] ?? name;
	const whole = bare(last);
	return PERSON.has(whole) || (PREFIX.test(last) && PERSON.has(bare(last.replace(PREFIX, ''))));
}

function bare(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/[^\p{L}\p{N}]/gu, '')
		.toLowerCase();
}

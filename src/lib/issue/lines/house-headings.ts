const END = String.raw`(?=\W*$)`;

/** Headings over what the publication says of itself: each says of whom it speaks, or says no more. */
export const houseHeading = new RegExp(
	`^(?:${[
		"how (?:can )?you can help|let me (?:hear|know)|before you go|download (?:the|our) .{1,40} app|that(?:'|’)s (?:all|it)",
		`contribut(?:e|ing|ors?|ions?)(?:${END}| to (?:us|this|the (?:newsletter|letter|issue|project)))`,
		`support(?:${END}| (?:us|me|this|our|the (?:newsletter|letter|show|work|team|project)))`,
		`about(?:${END}| (?:us|me|the (?:authors?|editors?|newsletter|letter|team)|this (?:newsletter|letter|issue|e-?mail)))`,
		`feedback(?:${END}| (?:is|welcome|on|form))|advertis(?:e|ing)(?:${END}| (?:with|in|here|on))`,
		`sponsor (?:us|me|this|our|the (?:newsletter|letter|next))|become an? (?:member|sponsor|partner|patron|supporter|subscriber|friend|contributor|paid|premium)`,
		`share(?:${END}| (?:this|us|with|rubr)| the(?: \\S+){1,2}${END})|spread the (?:word|love|news)`,
		`refer(?:${END}| (?:a|an|your|and|friends?))|follow(?:${END}| (?:us|me|along|our)|(?: \\S+){1,3} on (?:x|twitter|mastodon|linkedin|bluesky|instagram|threads))`,
		`stay (?:in touch|connected)|connect with (?:us|me)|contact(?:s|ez-nous|ez)?(?:${END}| (?:us|me|nous|the (?:editor|team)))|get in touch`,
		`help us (?:grow|out|improve|reach|make|spread|with)|tell us(?:${END}| (?:what|how|about|more))|what did you think|how did (?:we|you)`,
		`subscribe(?![\\p{L}])|join (?:us|our|me|the (?:community|conversation|discussion|club|newsletter|discord|slack|waitlist|list))`,
		`thank(?:s| you)(?:${END}| (?:to|for (?:reading|subscribing|being|your|the|sharing|supporting)|you|everyone|all))|until next|see you(?:${END}| (?:next|soon|then|in \\p{L}+|on)${END})`,
		`(?:contribuer|soutene[rz]|soutenir)(?:-nous)?(?:${END}|.{0,14}(?:nous|notre|cette|la (?:lettre|newsletter|rédaction)|ce (?:projet|média|travail)|l(?:'|’)(?:équipe|association)))`,
		`[àa] propos(?:${END}| de (?:nous|moi|cette|la (?:lettre|newsletter)|l(?:'|’)aute))|qui sommes|nous (?:contacter|suivre|écrire|soutenir)|suive[zr](?:${END}|[- ](?:nous|moi))`,
		`partage[rz](?:${END}| (?:cette|ce|la (?:lettre|newsletter)|avec|à))|parraine[rz]?(?:${END}| (?:un ami|vos|des amis|et))|abonnez`,
		`devene[rz] (?:membre|partenaire|annonceur|sponsor|mécène|abonnée?|contribut)|votre avis(?:${END}| (?:compte|nous|sur (?:cette|ce|la lettre)))`,
		`vous avez aimé (?:cette|ce (?:numéro|contenu)|notre|la (?:lettre|newsletter))|merci(?:${END}| (?:à|de|d(?:'|’)|pour|beaucoup))|à (?:la semaine|bientôt)|restons (?:en|connectés)`,
		`envie de (?:nous|m(?:'|’)|participer|contribuer|partager|sponsoriser|communiquer|discuter|soutenir)|une (?:question|idée)(?:${END}| ou |,)`,
		`articles? (?:similaires?|liés|récents)|related (?:posts|articles|stories)|recent posts|you (?:may|might) also like|leave a (?:reply|comment)|laisser un commentaire|newsletter$`
	].join('|')})`,
	'iu'
);

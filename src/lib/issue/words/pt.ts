import type { LetterWords } from './words.ts';

export const pt: LetterWords = {
	issue: [/edição/u],
	numbered: [/número|edição|semana/u],
	beforeCounts: [
		/em|na|nos|nas|de|do|da|dos|das|a|o|as|os|ao|com|por|para|um|uma|e|ou|estes|parte|temporada|capítulo|dia|após|sobre|mais|menos|só|primeiros|últimos/u
	],

	calls: [
		/mais informações|(ler|leia|ver|veja|ouvir) (o |a )?(artigo|notícia|entrevista|vídeo|oferta|episódio|reportagem|programa)( complet[oa])?|ver (todas|todos)( as| os)? .{1,40}/u,
		/(inscreva-se|candidate-se|candidatar-se)( aqui| já)?|comprar bilhetes|descubr[ai] mais/u,
		/(ler|leia|veja|ver|ouvir|assistir|abrir|comprar|reservar)|(ler|leia|saiba|saber|veja|ver) (mais|o artigo|a notícia)|continua[re]? (a ler|lendo)|aqui|(aproveit(e|ar)|resgat(e|ar)) (a|o|esta|este|sua|seu) (oferta|desconto|presente)/u
	],
	all: [/ver (?:todas|todos)(?: as| os)? .{3,40}/u],
	appendices: [/(\d{1,6} )?comentários?|fonte|deixe um comentário/u],
	refrains: [
		/por que (?:isto |isso )?(?:é importante|importa)|o que (?:aconteceu|significa|se segue)|(?:o )?contexto|em resumo|os detalhes|e agora|por que (?:isso )?te interessa|conclusões|a minha opinião/u
	],
	further: [
		/para (?:saber|ler) mais|para aprofundar|(?:leia|veja|ler) também|mais sobre (?:isto|o tema)/u
	],
	contents: [/nest[ae] (?:edição|número|newsletter)|sumário|conteúdo/u],
	sections: [
		'em resumo|as nossas sugestões|nossas dicas|notícias|ferramentas|leituras|livros|vagas'
	],

	online: [
		/(?:ver|ler|abrir)\b.{0,30} n[oa] (?:seu )?(?:navegador|browser)|versão (?:web|online)|não consegue (?:ver|ler|visualizar)/u
	],
	foot: [
		/(?:sair|remover) da lista|(?:anular|remover) (?:a |sua )?subscri[çc][ãa]o|não (?:desejo|quero|deseja) (?:mais )?receber|cancelar (?:a |sua )?(?:inscri[çc][ãa]o|subscri[çc][ãa]o|assinatura)|descadastr|(?:você recebeu?|recebeu|recebe) (?:este|esta) (?:e-?mail|mensagem|newsletter)|todos os direitos reservados/u,
		/(?:gerir|gerenciar|atualizar|alterar) (?:(?:a|as|o|os) )?(?:suas?|minhas?|seu|meu)? ?(?:subscri[çc][ãa]o|assinatura|prefer[êe]ncias|inscri[çc][ãa]o)|(?:deixar de|não quero) receber|^(?:política de privacidade|aviso legal)$/u
	],
	leaving: [/descadastr|cancelar-(?:a-)?(?:inscricao|subscricao)/u],
	passedOn: [/(?:recebeu|reencaminharam) este/u],
	follow: [/siga-nos(?: no| em)?/u],
	forwarded: [
		/(?:início da )?mensagem (?:r?eencaminhada|encaminhada|original)|(?:de|enviado|data|assunto|para)\s?:\s\S/u
	],

	subject: [/assunto/u],
	subjectMarks: [/enc|res/u],
	house: [
		/(?:números|edições) anteriores(?=\W*$)/u,
		/para (?:os )?nov[oa]s (?:leitor[ea]s|assinantes|subscritor[ea]s)(?=\W*$)/u,
		/antes de (?:ir|sair)(?=\W*$)/u,
		/(?:apoi(?:e|a) (?:o|a|este|esta|nosso|nossa)|faça uma doação|sobre (?:nós|mim|esta newsletter)|siga-nos|siga(?: a gente)|compartilhe|partilhe|subscreva|assine|obrigad[oa])(?![\p{L}])/u,
		/(?:até (?:à próxima|a próxima|breve|amanhã|para a semana)|torne-se|junte-se|o que achou|gostou|contactos?$)(?![\p{L}])/u,
		/(?:créditos|ficha técnica)(?=\W*$)/u
	],
	houseLeads: [/obrigad[oa] a/u],
	sells: [
		/\b(?:anuncie (?:aqui|con?nosco)|(?:torne-se|seja) (?:parceir[oa]|patrocinador|membro|sóci[oa]|apoiador))/u,
		/^(?:assine|subscreva|inscreva-se)(?: (?:já|agora|aqui|a (?:nossa )?newsletter))?(?=\W*$)/u
	],
	opinions: [/o que ach(?:ou|aste) d(?:esta|este)/u],
	polls: [/(?:a |o )?(?:enquete|sondagem|pergunta)(?: (?:do dia|da semana))?/u],
	farewells: [
		/até (?:à próxima|a próxima|amanhã|breve|logo|já|para a semana|segunda|terça|quarta|quinta|sexta)|(?:por hoje )?é (?:tudo|isso)/u,
		/obrigad[oa] por (?:ler|nos|estar|nos ler)|bom (?:fim de semana|domingo)|boa (?:semana|leitura)|um abraço|abraços|não hesite em (?:partilhar|compartilhar|reencaminhar)/u,
		/(?:tem|têm|tens) (?:perguntas|dúvidas|ideias|sugestões|comentários)/u
	],
	ahead: [/hoje|esta semana|nesta edição/u],
	greetings: [
		/olá|bom dia|boa (?:tarde|noite)|bem-vind[oa]s?|(?:querid|prezad|car)[oa]s? \p{L}+(?=[,:])/u
	],
	ofItself: [/\b(?:edição|newsletter semanal)\b|\ba newsletter (?:que|para)\b/u],
	announcing: [/nesta/u],
	beside: [/obrigad[oa] a|ver também|veja também/u],

	sponsors: [
		/(?:publicidade|anúncio)\s*(?:[:|–—-]|$)|patrocinad[oa](?: por)?|em parceria com|conteúdo patrocinado|patrocínio(?: de)?|com o apoio de|oferecid[oa] por/u,
		/(?:uma mensagem d[oae]s? )?(?:o )?noss[oa]s? (?:patrocinador|parceiro|anunciante)(?:a|es|s)?(?: da semana)?\s*(?:[:|–—-]|$)|apresentad[oa] por|com apoio de .{2,30}$/u,
		/conteúdo (?:pago|de marca|promovido)|publi(?:editorial|reportagem)/u
	],
	sponsorsAlone: [/patrocinad[oa]/u],
	sponsorsOfIssue: [/(?:esta edição|esta newsletter) .{0,20}(?:patrocinad|oferecid)a/u],
	sponsorTags: [/publicidade|patrocinad[oa]/u],
	paidBy: [/por/u],
	trade: [/publicidade|anúncios?/u],

	deeds: [/(?:\d{1,6} )?(?:curtir|gostei|comentários?)|ler (?:no |na |o )?app|copiar link/u],
	share: [
		/partilhar(?: isto)?(?: (?:no|em|com|via))?|compartilhar(?: isto)?(?: (?:no|em|com|via))?/u
	],

	by: [/por/u],
	reading: [/de leitura/u],
	credits: [/(?:foto|imagem|fonte)(?: (?:de|by)){0,2}/u],
	at: [/às|das|desde/u],
	oclock: [/horas/u],
	until: [/às|a/u]
};

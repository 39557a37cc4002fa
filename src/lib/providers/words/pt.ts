// long: it is a list of words, not logic
import type { ExportWords } from './words.ts';

export const pt: ExportWords = {
	headers: {
		address: [
			'(endereco|endereco de)( de)? (e ?mail|correio( eletronico)?)',
			'correio eletronico',
			'e ?mail (do )?(destinatario|assinante|contato|contacto|cliente)',
			'destinatario',
			'assinante',
			'subscritor(a)?',
			'para'
		],
		at: [
			'(por )?dia',
			'data( e |/| )?(hora)?',
			'hora',
			'horario',
			'momento',
			'carimbo de data( ?(e|/)? ?hora)?',
			'quando',
			'data do? (evento|acao|atividade)'
		],
		linkName: ['(nome|texto|titulo|rotulo|alias)( do?| de)? (link|botao)', 'texto ancora', 'botao'],
		url: [
			'link (clicado|de destino)',
			'ligacao',
			'(url|endereco) (do link|de destino)',
			'destino',
			'pagina'
		],
		event: ['evento', 'tipo( de (evento|acao|atividade))?', 'acao', 'atividade'],
		campaign: [
			'campanha',
			'(id|codigo|identificador)( da)? campanha',
			'mensagem',
			'boletim',
			'envio',
			'id do? envio'
		],
		campaignName: ['(nome|titulo)( da| do)? (campanha|mensagem|boletim|envio)'],
		subject: ['assunto', 'linha de assunto', 'titulo'],
		sentAt: ['data (de|do) (envio|publicacao)', 'enviad[oa] em'],
		status: [
			'estado',
			'situacao',
			'status (do|da) (assinante|contato|contacto|inscricao|assinatura)'
		],
		joined: [
			'(data (de )?)?opt ?in',
			'criado',
			'adicionado',
			'(membro|assinante|cliente|leitor|leitora|socio|socia|usuario) desde',
			'data (de|da) (inscricao|cadastro|criacao|subscricao|assinatura|registo|adesao)',
			'(inscrito|cadastrado|adicionado|criado|registado) (em|desde)',
			'inscricao',
			'cadastro'
		],
		left: [
			'data (de|do) (descadastro|cancelamento|saida|anulacao)',
			'(descadastrado|cancelado|removido) em',
			'descadastro',
			'cancelamento',
			'saida'
		],
		channel: ['canal', 'origem', 'fonte', 'plataforma', 'midia'],
		country: ['pais', 'codigo do pais'],
		device: ['dispositivo', 'tipo de dispositivo'],
		total: [
			'(numero|n|total|quantidade) de (cliques|aberturas)',
			'aberturas( totais)?',
			'cliques( totais)?',
			'quantidade',
			'vezes'
		],
		unique: [
			'(numero|n|quantidade) de (pessoas|leitores|cliques unicos)',
			'cliques unicos',
			'aberturas unicas',
			'pessoas'
		],
		reach: ['impressoes', 'alcance', 'visualizacoes'],
		topics: ['temas?', 'assuntos', 'topicos?', 'categorias?', 'etiquetas?', 'palavras? chave'],
		author: ['autor(a|es|as)?', 'escrito por', 'redator(a|es)?'],
		item: ['artigos?', 'noticias?', 'materias?', 'manchete'],
		issue: [
			'(n|no|numero)( da| do)? (edicao|boletim|newsletter)',
			'numero',
			'edicao',
			'numero da edicao'
		],
		amount: [
			'preco (de venda|pago)',
			'(valor|total) (pago|liquido|bruto)',
			'valor( gasto| usado)?',
			'montante',
			'gastos?',
			'custos?',
			'investimento',
			'preco',
			'receitas?',
			'vendas',
			'quantia',
			'ganhos?',
			'comiss(ao|oes)'
		],
		currency: ['moeda'],
		from: ['de', 'inicio', 'data (de|do) inicio', 'mes', 'semana', 'periodo', 'desde'],
		to: ['ate', 'fim', 'termino', 'data (de|do) (fim|termino)'],
		sponsor: ['patrocinador(es)?', 'anunciantes?', 'marca'],
		alias: ['id (do )?(assinante|contato|contacto|usuario|utilizador|cliente)'],
		guaranteed: ['cliques (garantidos|prometidos|vendidos)', 'meta de cliques', 'garantia'],
		conversions: ['conversoes', 'compras', 'pedidos', 'encomendas'],
		sessions: ['sessoes', 'visitas']
	},
	times: {
		before: 'data( e hora)?|hora|horario|dia',
		of: 'do|da|de',
		after: 'em|as',
		stems: {
			at: 'cliques?|clicad[oa]|clicou|abertura|abert[oa]|abriu|entrega|entregue|recebid[oa]|leitura|lid[oa]|evento|acao',
			sentAt: 'envio|enviad[oa]|publicacao|publicad[oa]',
			joined:
				'inscricao|inscrit[oa]|cadastro|cadastrad[oa]|criacao|criad[oa]|subscricao|subscrit[oa]|adicionad[oa]|registo|registad[oa]|assinatura',
			left: 'descadastro|descadastrad[oa]|cancelamento|cancelad[oa]|saida|removid[oa]'
		},
		others:
			'modificad[oa]|alterad[oa]|alteracao|atualizad[oa]|atualizacao|ultim[oa]|nascimento|aniversario|reembols\\w*'
	},
	events: {
		unsubscribe: [
			'descadastrou( se)?',
			'descadastr(o|os|ado|ada|ados|adas)',
			'cancelament(o|os)( de (inscricao|assinatura|subscricao))?',
			'cancelou (a )?(inscricao|assinatura)',
			'descadastrou',
			'anulacao de subscricao',
			'saiu'
		],
		complaint: ['reclamac(ao|oes)', 'denuncias?( de spam)?', 'marcad[oa] como spam', 'queixas?'],
		bounce: [
			'rejeic(ao|oes)',
			'rejeitad[oa]s?',
			'devolvid[oa]s?',
			'nao entregues?',
			'falhad[oa]s?',
			'falhou',
			'falhas?',
			'erro'
		],
		click: ['cliques?( em( um)? link)?', 'clicad[oa]s?', 'clicou( (em|no)( um)? link)?', 'clicks?'],
		open: [
			'abert[oa]s?',
			'aberturas?',
			'abriu',
			'abrir',
			'lid[oa]s?',
			'leituras?',
			'vist[oa]s?',
			'visualizad[oa]s?'
		],
		delivery: [
			'entregues?',
			'entregas?',
			'enviad[oa]s?',
			'envios?',
			'recebid[oa]s?',
			'nao (abert|clicad)[oa]s?'
		],
		other: [
			'inscrit[oa]s?',
			'inscricao',
			'subscrit[oa]s?',
			'subscricao',
			'cadastrad[oa]s?',
			'encaminhad[oa]s?',
			'respondid[oa]s?',
			'bloquead[oa]s?',
			'adiad[oa]s?',
			'conversao',
			'partilhad[oa]s?',
			'compartilhad[oa]s?'
		]
	},
	around: 'mensagem|campanha|correio|primeir[oa]|o|a|os|as|um|uma|em|do|da|foi',
	hints: {
		unsubscribe: 'descadastr|cancelament',
		bounce: 'rejei|devolvid',
		complaint: 'reclamac|denuncia|queixa',
		click: 'cliq|clica|clicou',
		open: '\\babert|leitura',
		delivery: 'entreg|\\benvi|recebid|destinatario'
	},
	numbers: 'numero|quantidade|vezes|total|totais|de',
	states: {
		bounced: [
			'rejeitad[oa]',
			'devolvid[oa]',
			'invalid[oa]',
			'erro',
			'rejeicao( definitiva| temporaria)?'
		],
		left: [
			'reclamou( (de|como) spam)?',
			'marcou (como|de) spam',
			'denunciou( spam)?',
			'descadastrad[oa]',
			'nao (inscrit[oa]|ativ[oa])',
			'cancelad[oa]',
			'inativ[oa]',
			'removid[oa]',
			'excluid[oa]',
			'bloquead[oa]',
			'eliminad[oa]',
			'desativad[oa]',
			'reclamacao',
			'arquivad[oa]'
		],
		pending: [
			'pendente( de confirmacao)?',
			'nao confirmad[oa]',
			'aguardando( confirmacao)?',
			'por confirmar'
		],
		active: [
			'ativ[oa]',
			'inscrit[oa]',
			're ?inscrit[oa]',
			'subscrit[oa]',
			'confirmad[oa]',
			'assinante',
			'cadastrad[oa]',
			'valid[oa]',
			'sim'
		]
	},
	unsent: [
		'rascunhos?',
		'nao enviad[oa]',
		'agendad[oa]',
		'programad[oa]',
		'pausad[oa]',
		'cancelad[oa]',
		'excluid[oa]'
	],
	flags: {
		bounced: ['rejeitad[oa]'],
		left: [
			'descadastrad[oa]',
			'cancelad[oa]',
			'bloquead[oa]',
			'lista negra',
			'nao (enviar|contactar|contatar)( e ?mails?)?',
			'removid[oa]'
		],
		active: [
			'(aceita|deseja|quer|recebe|inscrit[oa] na)( receber)?( a| o| nossa| nosso)? (news ?letters?|boletim|boletins|e ?mails?)',
			'ativ[oa]',
			'inscrit[oa]',
			'subscrit[oa]',
			'consentimento',
			'aceita (e ?mails?|marketing)'
		],
		pending: ['confirmad[oa]']
	},
	yes: ['sim', 's', 'verdadeiro'],
	no: ['nao', 'falso'],
	totals: [
		'media geral',
		'total( geral)?',
		'totais',
		'soma',
		'(todos|todas)( os| as)? (numeros|edicoes|campanhas|envios|links|canais|meses)'
	],
	sums: {
		delivered: ['entregues', 'entregas', 'enviados', 'envios', 'destinatarios'],
		opens: ['aberturas', 'aberturas totais', 'total de aberturas'],
		uniqueOpens: ['aberturas unicas', 'abertos'],
		clicks: ['cliques', 'cliques totais', 'total de cliques'],
		uniqueClicks: ['cliques unicos', 'clicados'],
		unsubscribes: ['descadastros', 'cancelamentos', 'descadastrados']
	}
};

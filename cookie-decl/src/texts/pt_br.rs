//! The built-in texts in Portuguese, as in Brazil.

use crate::texts::built_in::prelude::*;

pub static TEXTS: Texts = Texts {
    language: "pt-BR",
    name: "Português (Brasil)",
    title: "Política de cookies",
    columns: Columns {
        cookie: "Cookie",
        provider: "Fornecedor",
        function: "Função",
        purpose: "Finalidade",
        duration: "Duração",
        attributes: "Atributos",
        set_by: "Definido por",
        party: "Próprio ou de terceiros",
        storage: "Tipo",
        basis: "Base legal",
        note: "Observação",
    },
    about: About {
        heading: "O que é um cookie?",
        cookies: "Um cookie é um texto curto com um nome. Um site pede ao navegador que o \
                  armazene. O navegador o envia de volta ao site sempre que você abre uma página \
                  nele, até que o cookie expire ou seja excluído.",
        uses: "Os sites usam cookies para muitas finalidades: manter sua sessão aberta, lembrar \
               o que está no carrinho de compras ou reconhecer você quando volta, para fins \
               estatísticos ou publicitários.",
        storage: "Os sites também podem armazenar dados em outros locais do navegador, por exemplo \
                  no armazenamento local, ou saber da sua visita por meio de uma imagem que o \
                  navegador carrega. Quando esta página fala em “cookies”, refere-se também a \
                  esses meios.",
        kinds: "Os cookies se distinguem pela finalidade e por quem os armazena:",
        kind: [
            [
                "Os cookies necessários",
                " armazenam aquilo de que um site precisa para funcionar entre páginas e visitas: \
                 por exemplo, se a sessão está aberta, o que está no carrinho e qual idioma foi \
                 escolhido. Em geral, a lei permite que um site os armazene sem pedir \
                 consentimento.",
            ],
            [
                "Os cookies analíticos",
                " mostram como um site é usado. Em geral, exigem o seu consentimento; alguns \
                 países admitem exceções, por exemplo para a simples contagem de visitas.",
            ],
            [
                "Os cookies próprios",
                " pertencem ao domínio do site que você está visitando. Alguns são necessários. \
                 Outros lembram suas preferências, contam visitas ou são usados para publicidade.",
            ],
            [
                "Os cookies de terceiros",
                " pertencem ao domínio de outra entidade, muitas vezes uma empresa de \
                 publicidade, e são armazenados enquanto você visita um site. Podem revelar a \
                 essa entidade quais páginas você abre e permitir que ela reconheça você em \
                 outros sites.",
            ],
        ],
    },
    used: Used {
        heading_on: ["Cookies usados em ", ""],
        heading: "Cookies usados neste site",
        nothing: "Este site não indicou nenhum cookie.",
        hole: [
            "Em um nome, a parte entre colchetes angulares, como ",
            ", varia.",
        ],
        exempt: "Estes cookies não exigem o seu consentimento.",
        opt_in: "Só usamos estes cookies com o seu consentimento.",
        opt_out: "Usamos estes cookies, a menos que você se oponha.",
        object: [
            "Você pode se opor a qualquer momento nas ",
            "configurações de cookies",
            ".",
        ],
        object_no_link: "Você pode se opor a qualquer momento entrando em contato conosco.",
        gpc: "Se o seu navegador enviar o sinal Global Privacy Control, nós o tratamos como \
              uma oposição.",
        signal: "Se o seu navegador enviar o sinal Global Privacy Control, nós o tratamos como \
                 uma oposição, a menos que você nos informe o contrário.",
        advanced: [
            "Com as nossas páginas são carregados programas de ",
            ", seja qual for a sua escolha. Enquanto esta categoria não for permitida, os \
             programas são informados disso e não devem armazenar nada no seu dispositivo. \
             Mesmo assim, os servidores recebem o seu endereço IP e o endereço da página que \
             você visita.",
        ],
        advanced_unnamed: "Com as nossas páginas são carregados programas desta categoria, seja \
                           qual for a sua escolha. Enquanto esta categoria não for permitida, \
                           os programas são informados disso e não devem armazenar nada no seu \
                           dispositivo. Mesmo assim, os servidores recebem o seu endereço IP e \
                           o endereço da página que você visita.",
        empty: "No momento, não usamos nada nesta categoria.",
        any_of: ["todos os cookies de ", ""],
        any: "todos os cookies deste terceiro",
    },
    scope: Scope {
        around: [" (", ")"],
        separator: ", ",
        path: "caminho ",
        domain: "domínio ",
    },
    set_by: SetByTexts {
        server: "este site",
        script: "um script executado no seu navegador",
        other: "o software que faz este site funcionar",
        third_party: "um terceiro",
        third_party_domain: ["", " (terceiro)"],
    },
    party: PartyTexts {
        first: "próprio",
        third: "de terceiros",
    },
    basis: BasisTexts {
        consent: "consentimento",
        contract: "execução de contrato",
        legal_obligation: "obrigação legal ou regulatória",
        vital_interests: "proteção da vida",
        public_task: "tarefa de interesse público",
        legitimate_interests: "legítimo interesse",
    },
    storage: StorageTexts {
        cookie: "cookie",
        local_storage: "armazenamento local",
        session_storage: "armazenamento de sessão",
        indexed_db: "banco de dados do navegador (IndexedDB)",
        pixel: "pixel de rastreamento",
    },
    duration: DurationTexts {
        second: Forms::French {
            one: "{n} segundo",
            other: "{n} segundos",
        },
        minute: Forms::French {
            one: "{n} minuto",
            other: "{n} minutos",
        },
        hour: Forms::French {
            one: "{n} hora",
            other: "{n} horas",
        },
        day: Forms::French {
            one: "{n} dia",
            other: "{n} dias",
        },
        week: Forms::French {
            one: "{n} semana",
            other: "{n} semanas",
        },
        month: Forms::French {
            one: "{n} mês",
            other: "{n} meses",
        },
        year: Forms::French {
            one: "{n} ano",
            other: "{n} anos",
        },
        less_than_a_second: "menos de um segundo",
        rolling: ["", " após a sua última visita"],
        session: "sessão do navegador",
        tab: "sessão da guia",
        persistent: "até você excluí-lo",
        unknown: "não informada pelo fornecedor",
        nothing: "nada é armazenado no seu dispositivo",
        or: ", ou ",
        kept: ["; os navegadores o mantêm por no máximo ", ""],
    },
    choice: Choice {
        heading: "Sua escolha",
        link: [
            "Você pode alterar sua escolha a qualquer momento nas ",
            "configurações de cookies",
            ".",
        ],
        elsewhere: ["Você pode fazer e alterar sua escolha com ", " neste site."],
        no_link: "Você pode alterar sua escolha a qualquer momento no mesmo local em que a fez.",
        object_no_link: "Usamos alguns cookies, a menos que você se oponha. Você pode se opor a qualquer \
                         momento entrando em contato conosco.",
        browser: "Você também pode excluir ou bloquear cookies nas configurações do navegador. Se \
                  bloquear aqueles de que o site precisa, algumas partes do site podem deixar de \
                  funcionar.",
    },
    ask: Ask {
        heading: "Cookies neste site",
        question: [
            "Armazenamos aquilo de que este site precisa para funcionar. Pedimos o seu \
             consentimento para armazenar e ler dados com as seguintes finalidades: ",
            ". Você pode mudar de ideia a qualquer momento.",
        ],
        unobjected: [
            "A menos que você se oponha, também armazenamos e lemos dados com as seguintes \
             finalidades: ",
            ".",
        ],
        separator: ", ",
        policy: "Ler nossa política de cookies",
        accept: "Aceitar tudo",
        refuse: "Rejeitar tudo",
        choose: "Personalizar",
        save: "Salvar minha escolha",
        settings: "Configurações de cookies",
        explanation: "Escolha o que podemos usar. Você pode voltar aqui e alterar sua escolha a \
                      qualquer momento.",
        allow: "Permitir: ",
        stored: "O que é armazenado, por quem e por quanto tempo",
        present: "Configurações atuais",
        decided: ["Você fez esta escolha em ", "."],
        identifier: [
            "O cookie ",
            " contém um identificador aleatório. Ele relaciona suas escolhas entre si, para que possamos mostrá-las a você ou excluí-las.",
        ],
        saved: "Sua escolha foi salva.",
        failed: "Não foi possível salvar sua escolha. Tente novamente.",
        changed: ["Desde a sua última escolha, algo mudou ou é novo: ", "."],
        expired: "Sua última escolha expirou, por isso perguntamos novamente.",
        back: "Voltar à página",
        needs: ["Este conteúdo exige seu consentimento para: ", "."],
        recipients: ["Ao carregá-lo, seu navegador envia dados para: ", "."],
        once: "Carregar só desta vez: ",
        always: "Permitir sempre: ",
        stale: "Esta parte da página ainda não reflete sua escolha.",
        reload: "Recarregar a página",
        states: States {
            always: "Sempre usados: não é necessário consentimento.",
            agreed: "Usados: você deu seu consentimento.",
            refused: "Não usados: você os rejeitou.",
            undecided: "Não usados: você ainda não fez uma escolha.",
            unobjected: "Usados: você não se opôs.",
            signal: "Não usados: o seu navegador envia o sinal Global Privacy Control.",
            refused_advanced: "Não permitidos: você os rejeitou.",
            undecided_advanced: "Não permitidos: você ainda não fez uma escolha.",
            signal_advanced: "Não permitidos: o seu navegador envia o sinal Global Privacy Control.",
        },
    },
    providers: Providers {
        heading: "Fornecedores",
        introduction: "Os cookies listados nesta página vêm de:",
        separator: "; ",
        third_party: "terceiro que pode ler os dados armazenados",
        country: "país: ",
        domain: "domínio: ",
        privacy: "política de privacidade: ",
        opt_out: "página de oposição: ",
        contact: "contato: ",
        address: "endereço postal: ",
        transfer: "transferência de dados: ",
    },
    controller: Controller {
        heading: "Controlador dos dados",
        officer: "encarregado pelo tratamento de dados pessoais: ",
        authority: "autoridade de proteção de dados: ",
    },
    refusals: Refusals {
        unsaved: "Sua escolha não foi salva",
        foreign: "Só aceitamos uma escolha feita em uma página deste site, e o seu navegador não \
                  informou que a sua veio de uma delas. A causa pode ser uma extensão ou uma \
                  configuração de privacidade do navegador. Abra as configurações de cookies e \
                  escolha novamente.",
        unreadable: "O formulário não chegou corretamente. Abra as configurações de cookies e escolha \
                     novamente.",
        internal: "Por uma falha nossa, não foi possível salvar sua escolha. Tente novamente mais \
                   tarde.",
        missing: "Página não encontrada",
        nowhere: "Não há nenhuma página neste endereço.",
    },
    version: "Versão: ",
    last_updated: "Última atualização: ",
    date: DateTexts {
        pattern: "{day} de {month} de {year}",
        first: "1º",
        months: [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
    },
    between_sentences: " ",
    wording: &[],
};

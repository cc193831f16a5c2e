//! The built-in texts in Portuguese, as in Portugal.

use crate::texts::built_in::prelude::*;

pub static TEXTS: Texts = Texts {
    language: "pt",
    name: "Português",
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
        basis: "Fundamento jurídico",
        note: "Nota",
    },
    about: About {
        heading: "O que é um cookie?",
        cookies: "Um cookie é um texto curto com um nome. Um site pede ao navegador que o guarde. \
                  O navegador reenvia-o ao site sempre que ali se abre uma página, até que o \
                  cookie expire ou seja apagado.",
        uses: "Os sites usam cookies para muitos fins: manter a sessão iniciada, memorizar o \
               que está no carrinho de compras ou reconhecer quem volta, para efeitos \
               estatísticos ou publicitários.",
        storage: "Os sites também podem guardar dados noutros locais do navegador, por exemplo no \
                  armazenamento local, ou tomar conhecimento da sua visita através de uma imagem \
                  que o navegador carrega. Quando esta página fala de “cookies”, refere-se também \
                  a esses meios.",
        kinds: "Os cookies distinguem-se pela sua finalidade e por quem os armazena:",
        kind: [
            [
                "Os cookies necessários",
                " guardam aquilo de que um site precisa para funcionar entre páginas e visitas: \
                 por exemplo, se a sessão está iniciada, o que está no carrinho e que idioma foi \
                 escolhido. Em regra, a lei permite que um site os armazene sem pedir \
                 consentimento.",
            ],
            [
                "Os cookies estatísticos",
                " mostram como um site é utilizado. Em regra, exigem o seu consentimento; alguns \
                 países admitem exceções, por exemplo para a simples contagem de visitas.",
            ],
            [
                "Os cookies próprios",
                " pertencem ao domínio do site visitado. Alguns são necessários. Outros memorizam \
                 as suas preferências, contam visitas ou servem para publicidade.",
            ],
            [
                "Os cookies de terceiros",
                " pertencem ao domínio de outra entidade, muitas vezes uma empresa de \
                 publicidade, e são armazenados durante a visita a um site. Podem revelar a essa \
                 entidade que páginas são abertas e permitir-lhe reconhecer o visitante noutros \
                 sites.",
            ],
        ],
    },
    used: Used {
        heading_on: ["Cookies utilizados em ", ""],
        heading: "Cookies utilizados neste site",
        nothing: "Este site não indicou quaisquer cookies.",
        hole: [
            "Num nome, a parte entre parênteses angulares, como ",
            ", é variável.",
        ],
        exempt: "Estes cookies não exigem o seu consentimento.",
        opt_in: "Só utilizamos estes cookies com o seu consentimento.",
        opt_out: "Utilizamos estes cookies, a menos que se oponha.",
        object: [
            "Pode opor-se a qualquer momento nas ",
            "preferências de cookies",
            ".",
        ],
        object_no_link: "Pode opor-se a qualquer momento, contactando-nos.",
        gpc: "Se o seu navegador enviar o sinal Global Privacy Control, entendemos isso como \
              uma oposição.",
        signal: "Se o seu navegador enviar o sinal Global Privacy Control, entendemos isso como \
                 uma oposição, a menos que nos indique o contrário.",
        advanced: [
            "Com as nossas páginas são carregados programas de ",
            ", seja qual for a sua escolha. Enquanto esta categoria não for permitida, os \
             programas são informados disso e não devem guardar nada no seu dispositivo. Ainda \
             assim, os servidores ficam a conhecer o seu endereço IP e a página que visita.",
        ],
        advanced_unnamed: "Com as nossas páginas são carregados programas desta categoria, seja \
                           qual for a sua escolha. Enquanto esta categoria não for permitida, \
                           os programas são informados disso e não devem guardar nada no seu \
                           dispositivo. Ainda assim, os servidores ficam a conhecer o seu \
                           endereço IP e a página que visita.",
        empty: "De momento, não utilizamos nada nesta categoria.",
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
        other: "o software que faz funcionar este site",
        third_party: "um terceiro",
        third_party_domain: ["", " (terceiro)"],
    },
    party: PartyTexts {
        first: "próprio",
        third: "de terceiros",
    },
    basis: BasisTexts {
        consent: "consentimento",
        contract: "contrato",
        legal_obligation: "obrigação jurídica",
        vital_interests: "interesses vitais",
        public_task: "função de interesse público",
        legitimate_interests: "interesses legítimos",
    },
    storage: StorageTexts {
        cookie: "cookie",
        local_storage: "armazenamento local",
        session_storage: "armazenamento de sessão",
        indexed_db: "base de dados do navegador (IndexedDB)",
        pixel: "píxel de rastreio",
    },
    duration: DurationTexts {
        second: Forms::Romance {
            one: "{n} segundo",
            other: "{n} segundos",
        },
        minute: Forms::Romance {
            one: "{n} minuto",
            other: "{n} minutos",
        },
        hour: Forms::Romance {
            one: "{n} hora",
            other: "{n} horas",
        },
        day: Forms::Romance {
            one: "{n} dia",
            other: "{n} dias",
        },
        week: Forms::Romance {
            one: "{n} semana",
            other: "{n} semanas",
        },
        month: Forms::Romance {
            one: "{n} mês",
            other: "{n} meses",
        },
        year: Forms::Romance {
            one: "{n} ano",
            other: "{n} anos",
        },
        less_than_a_second: "menos de um segundo",
        rolling: ["", " após a sua última visita"],
        session: "sessão do navegador",
        tab: "sessão do separador",
        persistent: "até ser apagado",
        unknown: "não indicada pelo fornecedor",
        nothing: "nada é guardado no seu dispositivo",
        or: ", ou ",
        kept: ["; os navegadores guardam-no, no máximo, durante ", ""],
    },
    choice: Choice {
        heading: "A sua escolha",
        link: [
            "Pode alterar a sua escolha a qualquer momento nas ",
            "preferências de cookies",
            ".",
        ],
        elsewhere: ["Pode fazer e alterar a sua escolha com ", " neste site."],
        no_link: "Pode alterar a sua escolha a qualquer momento, no mesmo local onde a fez.",
        object_no_link: "Utilizamos alguns cookies, a menos que se oponha. Pode opor-se a qualquer \
                         momento, contactando-nos.",
        browser: "Também pode apagar ou bloquear cookies nas definições do navegador. Se bloquear \
                  aqueles de que o site precisa, algumas partes do site podem deixar de funcionar.",
    },
    ask: Ask {
        heading: "Os cookies deste site",
        question: [
            "Guardamos aquilo de que este site precisa para funcionar. Pedimos o seu \
             consentimento para guardar e ler dados com os seguintes fins: ",
            ". Pode mudar de ideias a qualquer momento.",
        ],
        unobjected: [
            "A menos que se oponha, guardamos e lemos também dados com os seguintes fins: ",
            ".",
        ],
        separator: ", ",
        policy: "Ler a nossa política de cookies",
        accept: "Aceitar tudo",
        refuse: "Recusar tudo",
        choose: "Personalizar",
        save: "Guardar a minha escolha",
        settings: "Preferências de cookies",
        explanation: "Escolha o que podemos utilizar. Pode voltar aqui e alterar a escolha a qualquer \
                      momento.",
        allow: "Permitir: ",
        stored: "O que é guardado, por quem e durante quanto tempo",
        present: "Preferências atuais",
        decided: ["Esta escolha foi feita em ", "."],
        identifier: [
            "O cookie ",
            " contém um identificador aleatório. Este liga as suas escolhas entre si, para que possam ser-lhe mostradas ou apagadas.",
        ],
        saved: "A sua escolha foi guardada.",
        failed: "Não foi possível guardar a sua escolha. Tente novamente.",
        changed: ["Desde a sua última escolha, algo mudou ou é novo: ", "."],
        expired: "A sua última escolha expirou, pelo que voltamos a perguntar.",
        back: "Voltar à página",
        needs: ["Este conteúdo requer o seu consentimento para: ", "."],
        recipients: ["Ao carregá-lo, o seu navegador envia dados para: ", "."],
        once: "Carregar só desta vez: ",
        always: "Permitir sempre: ",
        stale: "Esta parte da página ainda não reflete a sua escolha.",
        reload: "Recarregar a página",
        states: States {
            always: "Sempre utilizados: não é necessário consentimento.",
            agreed: "Utilizados: deu o seu consentimento.",
            refused: "Não utilizados: recusou.",
            undecided: "Não utilizados: ainda não fez uma escolha.",
            unobjected: "Utilizados: não se opôs.",
            signal: "Não utilizados: o seu navegador envia o sinal Global Privacy Control.",
            refused_advanced: "Não permitidos: recusou.",
            undecided_advanced: "Não permitidos: ainda não fez uma escolha.",
            signal_advanced: "Não permitidos: o seu navegador envia o sinal Global Privacy Control.",
        },
    },
    providers: Providers {
        heading: "Fornecedores",
        introduction: "Os cookies indicados nesta página provêm de:",
        separator: "; ",
        third_party: "terceiro que pode ler os dados guardados",
        country: "país: ",
        domain: "domínio: ",
        privacy: "política de privacidade: ",
        opt_out: "página de oposição: ",
        contact: "contacto: ",
        address: "morada: ",
        transfer: "transferência de dados: ",
    },
    controller: Controller {
        heading: "Responsável pelo tratamento",
        officer: "encarregado da proteção de dados: ",
        authority: "autoridade de controlo: ",
    },
    refusals: Refusals {
        unsaved: "A sua escolha não foi guardada",
        foreign: "Só aceitamos uma escolha feita numa página deste site, e o seu navegador não \
                  indicou que a sua provém de uma delas. A causa pode ser uma extensão ou uma \
                  definição de privacidade do navegador. Abra as preferências de cookies e escolha \
                  de novo.",
        unreadable: "O formulário não nos chegou corretamente. Abra as preferências de cookies e \
                     escolha de novo.",
        internal: "Devido a um erro nosso, não foi possível guardar a sua escolha. Tente novamente \
                   mais tarde.",
        missing: "Página não encontrada",
        nowhere: "Não existe nenhuma página neste endereço.",
    },
    version: "Versão: ",
    last_updated: "Última atualização: ",
    date: DateTexts {
        pattern: "{day} de {month} de {year}",
        first: "1",
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

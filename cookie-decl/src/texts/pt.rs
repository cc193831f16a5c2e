//! The built-in texts in Portuguese.

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
        paragraphs: &[
            "Um cookie é um texto curto com um nome. Um site pede ao seu navegador que o guarde; o navegador volta \
             a apresentá-lo ao site em cada página que ali se abre, até que expire ou seja apagado.",
            "Os sites usam cookies de muitas formas: reconhecem quem já entrou na sua conta, lembram o que está no \
             carrinho de compras ou reconhecem quem volta, para fins estatísticos ou publicitários.",
        ],
        storage: "Os sites também podem guardar dados em outros lugares do seu navegador, por exemplo no \
                  armazenamento local, ou tomar conhecimento da sua visita por uma imagem que o navegador carrega. \
                  Quando esta página fala de “cookies”, refere-se também a esses meios.",
        kinds: "Os cookies distinguem-se pela sua finalidade e por quem os armazena:",
        kind: &[
            (
                "Os cookies necessários",
                " contêm aquilo de que um site precisa para funcionar de uma página, ou de uma visita, para a \
                 seguinte: que se entrou na conta, o que está no carrinho, em que idioma se lê. Em regra, um site \
                 pode armazená-los sem pedir autorização.",
            ),
            (
                "Os cookies estatísticos",
                " mostram como um site é utilizado. Em regra, exigem o seu consentimento; pode haver exceções \
                 quando os números não permitem identificar uma pessoa.",
            ),
            (
                "Os cookies próprios",
                " são armazenados pelo próprio site visitado. Alguns são necessários; outros servem para reunir \
                 dados pessoais, acompanhar o que os visitantes fazem ou apresentar publicidade.",
            ),
            (
                "Os cookies de terceiros",
                " são armazenados por outra entidade ou em nome dela, muitas vezes uma empresa de publicidade, \
                 durante a visita a um site. Podem indicar a essa empresa que páginas ali são abertas e outras \
                 informações sobre quem as visita.",
            ),
        ],
    },
    used: Used {
        heading_on: ["Cookies utilizados em ", ""],
        heading: "Cookies utilizados neste site",
        nothing: "Não há cookies declarados para este site.",
        hole: [
            "Nos nomes, uma parte entre os sinais de menor e maior, como ",
            ", representa caracteres que variam.",
        ],
        exempt: "Utilizamos estes cookies sem pedir o seu consentimento.",
        opt_in: "Só utilizamos estes cookies com o seu consentimento.",
        opt_out: "Utilizamos estes cookies, salvo oposição da sua parte.",
        object: [
            "Pode opor-se a qualquer momento nas ",
            "preferências de cookies",
            ".",
        ],
        object_no_link: "Pode opor-se a qualquer momento, comunicando-nos a sua oposição.",
        gpc: "Se o seu navegador envia o sinal Global Privacy Control, entendemos isso como uma recusa.",
        empty: "Atualmente, não utilizamos nada nesta categoria.",
        caption: ["Em detalhe: ", ""],
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
        other: "a tecnologia em que este site se baseia",
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
        session: "até fechar o navegador",
        tab: "até fechar o separador",
        persistent: "até ser apagado manualmente",
        unknown: "não indicada pelo fornecedor",
        nothing: "nada é guardado no seu dispositivo",
        or: " ou ",
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
        no_link: "Pode alterar a sua escolha a qualquer momento, no mesmo lugar em que a fez.",
        object_no_link: "O que utilizamos salvo oposição da sua parte pode ser recusado a qualquer momento, \
                         comunicando-nos a sua oposição.",
        browser: "Também pode apagar ou bloquear cookies nas configurações do navegador. Se bloquear aqueles de \
                  que o site precisa, algumas partes podem deixar de funcionar.",
    },
    ask: Ask {
        heading: "Os cookies deste site",
        question: [
            "Guardamos aquilo de que este site precisa para funcionar. Com o seu consentimento, utilizaríamos \
             também: ",
            ". Pode mudar de opinião a qualquer momento.",
        ],
        unobjected: ["Salvo se se opuser, utilizamos também: ", "."],
        separator: ", ",
        policy: "Ler a nossa política de cookies",
        accept: "Aceitar tudo",
        refuse: "Recusar tudo",
        choose: "Escolher",
        save: "Guardar a minha escolha",
        settings: "Preferências de cookies",
        explanation: "Escolha o que pode ser guardado no seu dispositivo. Pode voltar aqui e alterar a escolha a \
                      qualquer momento.",
        allow: "Permitir: ",
        present: "A sua escolha atual",
        decided: ["A sua escolha foi feita em ", "."],
        saved: "A sua escolha foi guardada.",
        failed: "Não foi possível guardar a sua escolha. Tente novamente.",
        changed: [
            "Desde a sua última escolha, mudou o que utilizamos para: ",
            ".",
        ],
        expired: "A sua última escolha é demasiado antiga para continuar válida.",
        back: "Voltar",
        states: States {
            always: "Sempre em uso: o site precisa deles.",
            agreed: "Em uso: deu o seu consentimento.",
            refused: "Não utilizados: recusou.",
            undecided: "Não utilizados: ainda não fez uma escolha.",
            unobjected: "Em uso: não se opôs.",
            signal: "Não utilizados: o seu navegador envia o sinal Global Privacy Control.",
        },
    },
    providers: Providers {
        heading: "Fornecedores",
        introduction: "Estes são os fornecedores dos cookies desta página:",
        separator: "; ",
        third_party: "terceiro que pode ler o que é guardado",
        country: "país: ",
        domain: "domínio: ",
        privacy: "política de privacidade: ",
        opt_out: "oposição: ",
        contact: "contacto: ",
        address: "morada: ",
        transfer: "transferência de dados: ",
    },
    controller: Controller {
        heading: "Responsável pelo tratamento",
        officer: "encarregado da proteção de dados: ",
        authority: "autoridade de controlo: ",
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
};

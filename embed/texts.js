// What people read when the program itself can't run; everything else is in locales/.
export const SAY = {
  es: {
    broken: "La agenda no se pudo cargar en este navegador. Recargue la página para intentarlo de nuevo.",
    incomplete: "La agenda no se pudo cargar: falta una parte del programa.",
    details: "Detalles para quien administra la página",
    found: "Archivo {file}, buscado en {address}: {answer}.",
    status: "el servidor respondió {status}",
    html: "ahí hay una página HTML",
    nowhere: "desde ahí se cargó huso.js, y a su lado no puede haber archivos",
    silence: "no hubo respuesta; puede ser la red, un servidor de otro origen que no lo permite (CORS) o la política de seguridad de la página (CSP)",
    refused: "no hubo respuesta, o el archivo no es el que corresponde a este huso.js (integrity); también puede ser un servidor de otro origen que no lo permite (CORS) o la política de seguridad de la página (CSP)",
    unusable: "el navegador no pudo usarlo ({reason})",
    advice: "huso.js busca sus archivos junto a él. Publíquelos todos en una carpeta y excluya huso.js de los optimizadores y las cachés que mueven los scripts, los unen o les cambian el nombre.",
  },
  en: {
    broken: "The agenda could not be loaded in this browser. Reload the page to try again.",
    incomplete: "The agenda could not be loaded: a part of the program is missing.",
    details: "Details for whoever runs the page",
    found: "File {file}, looked for at {address}: {answer}.",
    status: "the server answered {status}",
    html: "an HTML page is there",
    nowhere: "huso.js was loaded from there, and there can be no files beside it",
    silence: "no answer; it may be the network, a server of another origin that does not allow it (CORS), or the page’s security policy (CSP)",
    refused: "no answer, or the file is not the one that belongs to this huso.js (integrity); it may also be a server of another origin that does not allow it (CORS), or the page’s security policy (CSP)",
    unusable: "the browser could not use it ({reason})",
    advice: "huso.js looks for its files beside itself. Publish them all in one folder, and exclude huso.js from optimizers and caches that move, join or rename scripts.",
  },
  pt: {
    broken: "Não foi possível carregar a agenda neste navegador. Recarregue a página para tentar de novo.",
    incomplete: "Não foi possível carregar a agenda: falta uma parte do programa.",
    details: "Detalhes para quem administra a página",
    found: "Arquivo {file}, procurado em {address}: {answer}.",
    status: "o servidor respondeu {status}",
    html: "ali há uma página HTML",
    nowhere: "o huso.js foi carregado dali, e ao lado não pode haver arquivos",
    silence: "não houve resposta; pode ser a rede, um servidor de outra origem que não o permite (CORS) ou a política de segurança da página (CSP)",
    refused: "não houve resposta, ou o arquivo não é o que corresponde a este huso.js (integrity); também pode ser um servidor de outra origem que não o permite (CORS) ou a política de segurança da página (CSP)",
    unusable: "o navegador não conseguiu usá-lo ({reason})",
    advice: "O huso.js procura seus arquivos ao lado dele. Publique todos em uma pasta e exclua o huso.js dos otimizadores e caches que movem, juntam ou renomeiam scripts.",
  },
};

export const LANGUAGES = Object.keys(SAY);

// What Node.js imports while it renders a page: there are no custom elements there. Browsers get huso.js.
export {};

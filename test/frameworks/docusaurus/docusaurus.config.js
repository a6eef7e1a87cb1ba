module.exports = {
  title: 'Sample',
  url: process.env.SITE_URL,
  baseUrl: '/',
  presets: [['classic', { docs: { routeBasePath: 'news', sidebarPath: './sidebars.js' }, blog: false }]],
};

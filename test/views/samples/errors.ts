export const samples = {
  'errors/problem': [
    {
      title: 'Deze pagina bestaat niet',
      detail: 'We hebben op dit adres niets gevonden.',
      nextStep: 'Controleer het adres of begin opnieuw op de startpagina.',
      ways: [{ href: '/', label: 'Naar de startpagina' }],
      reference: null,
    },
    {
      title: 'Er ging iets mis',
      detail: 'Dat ligt niet aan u. Er is niets bewaard.',
      nextStep: 'Probeer het over een paar minuten opnieuw.',
      ways: [
        { href: '/sessions?q=a&b', label: 'Terug naar waar u was' },
        { href: '/', label: 'Naar de startpagina' },
      ],
      reference: '0d6f1c9e-7f0a-4c5e-9f53-1f2d3c4b5a69',
    },
  ],
};

/** A report of a mail that could not be delivered (RFC 3464), as a mail server sends it. */
export const deliveryReport = ({
  status = 'Status: 5.1.1',
  action = 'Action: failed',
  diagnostic = 'Diagnostic-Code: smtp; 550 5.1.1 <tamu@media.example>: Recipient address\n    rejected',
}: {
  status?: string
  action?: string
  diagnostic?: string
} = {}): string =>
  [
    'From: MAILER-DAEMON@mx.example',
    'To: pantul@humas.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
    '',
    '--B',
    'Content-Type: text/plain',
    '',
    'This is the mail system at host mx.example.',
    '--B',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    ...['Final-Recipient: rfc822; tamu@media.example', action, status, diagnostic].filter(Boolean),
    '',
    '--B',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: Undangan',
    'Status: 5.9.9',
    '',
    '--B--',
    '',
  ]
    .join('\n')
    .replace(/\n/g, '\r\n')

# Requests to a running Switchboard. Give what is yours on the command line:
#   --base http://127.0.0.1:8080 --var signin=... --var password=... --var token=...
# (the token comes from POST /api/v1/tokens). ids are those of tickets SB-1000 and on: --ids 1000-20999.
@base http://127.0.0.1:8080

@op login
POST /api/v1/session
Content-Type: application/json
> expect 200
> capture csrf "csrfToken"\s*:\s*"([^"]+)"

{"email":"${j:signin}","password":"${j:password}"}

@op list
GET /api/v1/tickets?sort=updated&limit=25
> expect 200
> contains "items"

@op view
GET /api/v1/tickets/SB-${id}
> expect 200
> contains "subject"
---
GET /api/v1/tickets/SB-${id}/thread
> expect 200
> contains "items"

@op reply
POST /api/v1/tickets/SB-${idseq}/messages
Content-Type: application/json
X-CSRF-Token: ${csrf}
> expect 201

{"kind":"reply","format":"text","body":"${j:reply}"}

@op status
GET /api/v1/tickets/SB-${idseq}
> expect 200
> untimed
> capture version "version"\s*:\s*([0-9]+)
---
POST /api/v1/tickets/SB-${idseq}/transitions
Content-Type: application/json
X-CSRF-Token: ${csrf}
If-Match: "${version}"
> expect 200

{"to":"resolved","resolution":{"kind":"fix","summary":"${j:subject}"}}

@op search
GET /api/v1/tickets?q=${u:word}&limit=25
> expect 200
> contains "items"

@op api-create
POST /api/v1/tickets
Content-Type: application/json
Authorization: Bearer ${token}
> expect 201

{"subject":"${j:subject}","description":"${j:body}","requester":{"name":"${j:name}","email":"${j:email}"}}

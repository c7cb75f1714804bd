/* SPDX-FileCopyrightText: 2026 The Faultline authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For FindLlhttp: fails when the library takes any of these requests, each of which some other reader of the same
   bytes divides differently. */

#include <llhttp.h>

#include <string.h>

#define POST "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"

static int takes(const char *bytes)
{
    llhttp_settings_t settings;
    llhttp_t parser;
    llhttp_settings_init(&settings);
    llhttp_init(&parser, HTTP_REQUEST, &settings);
    return llhttp_execute(&parser, bytes, strlen(bytes)) == HPE_OK;
}

int main(void)
{
    if (!takes(POST "\r\n5\r\nhello\r\n0\r\n\r\n"))
        return 2; /* this is not the library we know */
    return takes(POST "\r\n5\r\nhelloXX0\r\n\r\n") || takes(POST "\r\n5\r\nhello\n\n0\r\n\r\n")
        || takes(POST "\r\n5\rXhello\r\n0\r\n\r\n") || takes(POST "\r\n0\r\nA:\rXB: c\r\n\r\n");
}

// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httplimits.h"
#include "httpmessage.h"
#include "messageparser.h"

namespace services::transport {

// Turns bytes into the answers to requests; informational ones (100 Continue) are passed over.
class HttpResponseParser final : public MessageParser
{
public:
    explicit HttpResponseParser(const HttpClientLimits &limits);

    // What the next answer is an answer to: one to HEAD has no body.
    void expect(bool answerToHead) { m_answerToHead = answerToHead; }
    // As parse(), but goes on after informational answers.
    qsizetype parseAnswer(QByteArrayView bytes);
    // The connection has ended; true when that completed the answer.
    bool end();
    HttpResponse take();
    bool hasBegunAnswer() const { return hasBegun() || m_informed; }

private:
    std::optional<Rejection> examineFirstLine(QByteArrayView line) override;
    std::optional<Rejection> examineHeaders() override;
    void noteHeader(QByteArrayView, QByteArrayView) override { }
    bool isWithoutBody() const override;

    int m_status = 0;
    bool m_answerToHead = false;
    bool m_informed = false;
};

} // namespace services::transport

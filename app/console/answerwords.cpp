// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answerwords.h"

#include <app/wording/instances.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 20'000; // letters: nobody reads more, and the window stays quick

QString bodyWords(const QByteArray &body)
{
    const auto document = QJsonDocument::fromJson(body);
    QString words = document.isNull() ? QString::fromUtf8(body) : QString::fromUtf8(document.toJson());
    if (words.size() > longest)
        words = words.left(longest)
            + QCoreApplication::translate("app::console", "\n… %L1 letters in all").arg(words.size());
    return words;
}

} // namespace

QString statusWords(const services::platform::EndpointAnswer &answer,
                    const model::packaging::Packaging &packaging)
{
    const double took = std::chrono::duration<double, std::milli>(answer.duration).count();
    return QCoreApplication::translate("app::console", "%1 %2 · %L3 ms measured · from %4")
        .arg(answer.response.status < 400 ? u"✓"_s : u"✕"_s)
        .arg(answer.response.status)
        .arg(took, 0, 'f', 1)
        .arg(wording::nameOf(answer.instance, packaging));
}

QString answerWords(const services::platform::EndpointAnswer &answer)
{
    QStringList lines{bodyWords(answer.response.body), {}};
    for (int index = 0; index < answer.response.headers.size(); ++index) {
        const auto line = answer.response.headers.at(index);
        lines << QString::fromUtf8(line.name) + u": "_s + QString::fromUtf8(line.value);
    }
    return lines.join(u'\n');
}

QString deviationWords(const services::platform::EndpointAnswer &answer,
                       const model::system::Contract *contract)
{
    if (contract == nullptr)
        return {};
    const int status = answer.response.status;
    const bool isSuccess = status >= 200 && status < 300;
    const bool isPromised
        = std::ranges::find(contract->statuses, status, &model::system::StatusMeaning::status)
        != contract->statuses.end();
    QStringList lines;
    if (isSuccess && !isPromised)
        lines << QCoreApplication::translate("app::console", "Status %1 is not in the contract.").arg(status);
    if (isSuccess && contract->answer.has_value()) {
        const auto document = QJsonDocument::fromJson(answer.response.body);
        const auto content
            = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        for (const auto &[pointer, expected, isMissing] : deviations(content, *contract->answer))
            lines << (isMissing ? QCoreApplication::translate("app::console", "%1 is missing.").arg(pointer)
                                : QCoreApplication::translate("app::console", "%1 is no %2.")
                                      .arg(pointer, word(expected)));
    }
    if (!lines.isEmpty())
        return QCoreApplication::translate("app::console", "✕ breaks its contract") + u'\n'
            + lines.join(u'\n');
    return isSuccess ? QCoreApplication::translate("app::console", "✓ as its contract says") : QString();
}

} // namespace app::console

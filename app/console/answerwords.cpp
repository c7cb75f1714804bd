// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answerwords.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace app::console {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 20'000; // letters: nobody reads more, and the window stays quick

QString tr(const char *text)
{
    return QCoreApplication::translate("app::console", text);
}

QString bodyWords(const QByteArray &body)
{
    const auto document = QJsonDocument::fromJson(body);
    QString words = document.isNull() ? QString::fromUtf8(body) : QString::fromUtf8(document.toJson());
    if (words.size() > longest)
        words = words.left(longest) + tr("\n… %L1 letters in all").arg(words.size());
    return words;
}

} // namespace

QString statusWords(const services::platform::EndpointAnswer &answer)
{
    const double took = std::chrono::duration<double, std::milli>(answer.duration).count();
    return tr("%1 %2 · %L3 ms measured · from %4")
        .arg(answer.response.status < 400 ? u"✓"_s : u"✕"_s)
        .arg(answer.response.status)
        .arg(took, 0, 'f', 1)
        .arg(answer.instance.value);
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

} // namespace app::console

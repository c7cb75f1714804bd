// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditwords.h"

namespace services::lab {

using namespace Qt::StringLiterals;
using experiment::Audit;

namespace {

constexpr int mostOfAKind = 5;

QString lines(const QStringList &sentences)
{
    QString text;
    for (const auto &sentence : sentences)
        text += u"  %1\n"_s.arg(sentence);
    return text;
}

QString damage(const Audit &audit, const QString &word, int times)
{
    const auto words = audit.kinds.value(word);
    QString text = u"  %1 (%2), %3 times: %4\n"_s.arg(words.title, word).arg(times).arg(words.meaning);
    int told = 0;
    for (const auto &finding : audit.wrong) {
        if (finding.damage == word && ++told <= mostOfAKind)
            text += u"    %1: %2\n"_s.arg(finding.fleet, finding.sentence);
    }
    return told > mostOfAKind ? text + u"    and %1 more\n"_s.arg(told - mostOfAKind) : text;
}

} // namespace

QString auditWords(const Audit &audit)
{
    QString text = u"The books %1; %2 purchases are not settled, %3 were settled while the audit waited "
                   u"(%4 ms), %5 messages wait, %6 things are wrong\n"_s
                       .arg(audit.balances() ? u"balance"_s : u"do NOT balance"_s)
                       .arg(audit.inFlight)
                       .arg(audit.resolved)
                       .arg(audit.waited.count())
                       .arg(audit.waiting)
                       .arg(audit.wrong.size());
    const auto times = audit.damages();
    for (auto each = times.begin(); each != times.end(); ++each)
        text += damage(audit, each.key(), *each);
    return text + lines(audit.unread) + lines(audit.moving);
}

} // namespace services::lab

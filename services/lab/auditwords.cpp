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

QString words(const experiment::AuditEffort &effort)
{
    const QString instead = effort.isInOneStore
        ? u"one transaction for each would have been %1 commits, with nothing to undo or to take up"_s.arg(
            effort.purchases)
        : u"no transaction spans their stores"_s;
    return u"%1: %2 commits for %3 purchases, of which %4 were undone and %5 taken up again; %6"_s
        .arg(effort.fleet)
        .arg(effort.commits)
        .arg(effort.purchases)
        .arg(effort.undone)
        .arg(effort.takenUp)
        .arg(instead);
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
    QStringList efforts;
    for (const auto &effort : audit.efforts)
        efforts.append(words(effort));
    return text + lines(audit.unread) + lines(audit.moving) + lines(efforts);
}

} // namespace services::lab

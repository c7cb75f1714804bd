// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace model::analysis {

// Why something is as it is: sentences which lead from an effect to its cause, each told once and known by a
// number. Lives as long as one prediction.
class Reasons
{
public:
    // The number of the sentence with what is behind it; 0: nothing is.
    int add(const QString &sentence, int cause = 0);
    // From the effect to the cause: "Orders needs Payments; Payments hangs".
    QString words(int reason) const;

private:
    struct Reason
    {
        QString sentence;
        int cause;
    };
    std::vector<Reason> m_reasons;
    QHash<std::pair<int, QString>, int> m_known;
};

} // namespace model::analysis

// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <map>
#include <vector>

namespace tests::bench {

// The middle value; of none: 0.
inline double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

enum class Better
{
    Higher,
    Lower
};

// One figure beside its references. Add the samples of one round for each of them before the next round
// begins: interleaved, so that a noisy moment of the machine hits all of them. print() writes one line of
// JSON to stdout,
//     {"name","value","unit","better","references":{"<reference>":value},"ratio":{"<reference>":value/reference}}
// with medians; a ratio is the median of the rounds' ratios. The functions of a round may be run in a loop:
//     for (int round = 0; round < rounds; ++round) { ours.add(measure()); ours.add(u"nginx"_s,
//     measureNginx()); }
class Figure
{
public:
    Figure(QString name, QString unit, Better better)
        : m_name(std::move(name))
        , m_unit(std::move(unit))
        , m_better(better)
    {
    }

    void add(double value) { m_values.push_back(value); }
    void add(const QString &reference, double value) { m_references[reference].push_back(value); }

    double value() const { return median(m_values); }
    double ratio(const QString &reference) const
    {
        const auto found = m_references.find(reference);
        std::vector<double> ratios;
        if (found != m_references.end()) {
            for (std::size_t round = 0; round < std::min(m_values.size(), found->second.size()); ++round) {
                if (found->second[round] > 0)
                    ratios.push_back(m_values[round] / found->second[round]);
            }
        }
        return median(std::move(ratios));
    }

    void print() const
    {
        QJsonObject references;
        QJsonObject ratios;
        for (const auto &[reference, values] : m_references) {
            references.insert(reference, rounded(median(values)));
            ratios.insert(reference, rounded(ratio(reference)));
        }
        const QJsonObject line{
            {QStringLiteral("name"), m_name},
            {QStringLiteral("value"), rounded(value())},
            {QStringLiteral("unit"), m_unit},
            {QStringLiteral("better"),
             m_better == Better::Higher ? QStringLiteral("higher") : QStringLiteral("lower")},
            {QStringLiteral("references"), references},
            {QStringLiteral("ratio"), ratios},
        };
        std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }

private:
    // Four significant digits: the rest is noise.
    static double rounded(double value) { return QString::number(value, 'g', 4).toDouble(); }

    QString m_name;
    QString m_unit;
    Better m_better;
    std::vector<double> m_values;
    std::map<QString, std::vector<double>> m_references;
};

} // namespace tests::bench

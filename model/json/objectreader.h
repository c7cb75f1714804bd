// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "problems.h"
#include "rules.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace model::json {

enum class Presence
{
    Required,
    Optional
};

// Reads the members of one JSON object by name. Whatever is missing, of the wrong type or out of range is
// reported to the file's Problems and a harmless value is returned, so reading goes on and every error is
// found at once. A member with a fallback may be absent. Whoever has asked for all members calls finish(),
// which reports those that nobody asked for. Lives on the stack, in one thread.
//
//     Team readTeam(json::ObjectReader &in)
//     {
//         Team team;
//         team.id.value = in.text(u"id"_s, json::identifier());
//         team.title = in.text(u"title"_s, json::sentence(), team.id.value); // optional
//         return team;
//     }
//     in.objects(u"teams"_s, json::Presence::Required,
//                [&](json::ObjectReader &each) { teams.push_back(readTeam(each)); });
class ObjectReader
{
public:
    using Each = std::function<void(ObjectReader &)>;

    ObjectReader(QJsonObject object, QString pointer, Problems &problems);
    ObjectReader(const ObjectReader &) = delete;
    ObjectReader &operator=(const ObjectReader &) = delete;

    QString
    text(const QString &key, const TextRule &rule = sentence(), const std::optional<QString> &fallback = {});
    int integer(const QString &key, Range<int> range, std::optional<int> fallback = {});
    double number(const QString &key, Range<double> range, std::optional<double> fallback = {});
    bool flag(const QString &key, std::optional<bool> fallback = {});
    // A number of milliseconds, fractions allowed, exact to the microsecond.
    std::chrono::microseconds milliseconds(const QString &key,
                                           Range<double> range,
                                           std::optional<std::chrono::microseconds> fallback = {});
    template<typename Enum>
    Enum choice(const QString &key, const Choices<Enum> &choices, std::optional<Enum> fallback = {});

    // A list of texts, all different. A wrong one is empty in the result, so that positions stay. A required
    // list, here and below, holds at least one element.
    QStringList texts(const QString &key, const TextRule &rule, Presence presence);
    // Texts by name ({"page": "1"}); absent: none.
    QMap<QString, QString> textsByName(const QString &key, const TextRule &rule = sentence());
    // An object whose members are nobody's business; absent: empty.
    QJsonObject anyObject(const QString &key);

    // Calls once for a nested object; its unknown members are reported too. Absent and optional: no call.
    void object(const QString &key, Presence presence, const Each &read);
    // Calls for each element of a list of objects, also for elements of a wrong type (with an empty object,
    // whose lacks are not reported), so that positions in the result are positions in the file.
    void objects(const QString &key, Presence presence, const Each &read);
    // Calls for each member of an object whose values are objects ({"browse": {...}}).
    void objectsByName(const QString &key,
                       Presence presence,
                       const std::function<void(const QString &name, ObjectReader &)> &read);

    bool has(const QString &key) const { return m_object.contains(key); }
    // For members which may be written in two ways.
    bool isObject(const QString &key) const { return m_object.value(key).isObject(); }
    QString pointer() const { return m_pointer; }
    QString pointer(const QString &key) const;
    // Reports something that only the caller can know.
    void report(const QString &key, QString message);
    // For checks across the file that report elsewhere than in this object.
    Problems &problems() { return m_problems; }
    // Reports the members that nobody asked for. Called for nested objects after their callback.
    void finish();

private:
    // The member, when it is there; reports its absence unless it may be absent.
    std::optional<QJsonValue> member(const QString &key, const QString &expected, bool mayBeAbsent);
    void reject(const QString &key, const QJsonValue &value, const QString &expected);
    QJsonArray list(const QString &key, const QString &expected, Presence presence);
    QJsonObject nested(const QString &key, const QString &expected, Presence presence);
    QString chosenWord(const QString &key, const QStringList &words, bool mayBeAbsent);
    void readNested(const QJsonValue &value, const QString &where, const Each &read);

    QJsonObject m_object;
    QString m_pointer;
    Problems &m_problems;
    QStringList m_known;
};

template<typename Enum>
Enum ObjectReader::choice(const QString &key, const Choices<Enum> &choices, std::optional<Enum> fallback)
{
    QStringList words;
    for (const auto &[word, value] : choices)
        words.append(word);
    const QString chosen = chosenWord(key, words, fallback.has_value());
    for (const auto &[word, value] : choices) {
        if (word == chosen)
            return value;
    }
    return fallback.value_or(choices.front().second);
}

} // namespace model::json

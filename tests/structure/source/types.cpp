// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "types.h"

#include "braces.h"

#include <QMap>

namespace tests::source {

using namespace Qt::StringLiterals;

namespace {

// Walks through namespaces and types, and past everything else in braces.
class TypeFinder
{
public:
    explicit TypeFinder(const QByteArray &code)
        : m_tokens(tokensOf(code))
        , m_braces(m_tokens)
    {
    }

    QStringList find()
    {
        for (std::size_t at = 0; at < m_tokens.size();) {
            while (!m_scopes.empty() && m_scopes.back().end <= at)
                m_scopes.pop_back();
            at = step(at);
        }
        return m_found;
    }

private:
    struct Scope
    {
        QString name; // empty: unnamed
        std::size_t end = 0;
    };

    // Answers where to go on.
    std::size_t step(std::size_t at)
    {
        const auto &word = m_tokens[at].text;
        const bool isType = word == u"struct" || word == u"class" || word == u"union" || word == u"enum";
        if (word == u"{")
            return m_braces.partner(at) + 1;
        if (word != u"namespace" && !isType)
            return at + 1;
        QString name;
        const auto brace = headEnd(at + 1, name);
        if (brace >= m_tokens.size() || m_tokens[brace].text != u"{")
            return at + 1;
        m_scopes.push_back({name, m_braces.partner(brace)});
        if (isType)
            note();
        return brace + 1;
    }

    // The name that is declared from there on, and where its head ends: at the brace of a definition.
    std::size_t headEnd(std::size_t at, QString &name) const
    {
        static const QStringList ends{u"{"_s, u";"_s, u"("_s, u")"_s, u"="_s, u","_s, u">"_s};
        int angles = 0;
        bool isNamed = false;
        for (; at < m_tokens.size(); ++at) {
            const auto &text = m_tokens[at].text;
            const bool mayEnd = !isNamed || text == u"{" || text == u";"; // bases have commas
            if (angles == 0 && mayEnd && ends.contains(text))
                return at;
            isNamed = isNamed || text == u":"; // what follows are bases
            if (text == u"<" || text == u">")
                angles += text == u"<" ? 1 : -1;
            if (isNamed || text == u"final" || text == u"class" || text == u"struct")
                continue;
            const bool joins = angles > 0 || text == u"::" || text == u">" || name.endsWith(u"::"_s);
            name = joins ? name + text : text;
        }
        return at;
    }

    void note()
    {
        QStringList names;
        for (const auto &scope : m_scopes) {
            if (scope.name.isEmpty())
                return;
            names.append(scope.name);
        }
        m_found.append(names.join(u"::"_s));
    }

    std::vector<Token> m_tokens;
    Braces m_braces;
    std::vector<Scope> m_scopes;
    QStringList m_found;
};

} // namespace

QStringList typesIn(const QByteArray &code)
{
    return TypeFinder(code).find();
}

QStringList repeatedTypes(const std::vector<SourceFile> &files)
{
    QMap<QString, QStringList> places;
    for (const auto &file : files) {
        if (file.suffix() != u"h" && file.suffix() != u"cpp")
            continue;
        for (const auto &type : typesIn(file.text))
            places[type].append(file.path);
    }
    QStringList faults;
    for (auto type = places.begin(); type != places.end(); ++type) {
        if (type->size() > 1)
            faults.append(u"%1 is defined in %2"_s.arg(type.key(), type->join(u" and "_s)));
    }
    return faults;
}

} // namespace tests::source

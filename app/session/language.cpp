// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace app::session {

using namespace Qt::StringLiterals;

namespace {

const auto english = u"en"_s;
const auto german = u"de"_s;

} // namespace

Language::Language(QLocale system)
    : m_system(std::move(system))
    , m_spoken(english)
{
}

QStringList Language::choices()
{
    return {u"system"_s, english, german};
}

QString Language::nameOf(const QString &choice)
{
    if (choice == english)
        return u"English"_s;
    return choice == german ? u"Deutsch"_s : QString();
}

QString Language::languageOfSystem() const
{
    // A person may understand several, the one that is liked best comes first.
    const auto liked = m_system.uiLanguages();
    for (const QString &each : liked) {
        const QString language = each.section(u'-', 0, 0);
        if (!nameOf(language).isEmpty())
            return language;
    }
    return english;
}

QLocale Language::localeOf(const QString &language) const
{
    const QLocale plain(language);
    const bool isAsInSystem = plain.language() == m_system.language()
        || (language == english && m_system.language() == QLocale::C);
    return isAsInSystem ? m_system : plain; // Austria writes numbers otherwise than Germany does
}

void Language::speak(const QString &choice)
{
    m_spoken = nameOf(choice).isEmpty() ? languageOfSystem() : choice;
    QLocale::setDefault(localeOf(m_spoken));
    for (auto *words : {&m_words, &m_wordsOfQt})
        QCoreApplication::removeTranslator(words);
    const QLocale locale(m_spoken);
    if (m_spoken != english
        && m_wordsOfQt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_wordsOfQt);
    // The sources are English but for "1 instances", so that even English has a file.
    if (m_words.load(u":/translations/faultline_%1.qm"_s.arg(m_spoken)))
        QCoreApplication::installTranslator(&m_words); // last, so that it is asked first
}

} // namespace app::session

// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocale>
#include <QStringList>
#include <QTranslator>

namespace app::session {

// What the window's words are written in: its own, those of Qt's dialogues, and how numbers and dates look.
// Lives as long as the application. What was made before keeps the words that it has. A language that we do
// not have is English. GUI thread.
class Language
{
public:
    // The system's locale is known before anybody has chosen another one.
    explicit Language(QLocale system = QLocale::system());

    // What can be chosen: "system", "en", "de".
    static QStringList choices();
    // What a language calls itself: "Deutsch"; of "system": nothing.
    static QString nameOf(const QString &choice);

    // For what is made from now on. What cannot be chosen is as "system" is.
    void speak(const QString &choice);
    // "en" or "de"
    const QString &spoken() const { return m_spoken; }

private:
    QString languageOfSystem() const;
    QLocale localeOf(const QString &language) const;

    QLocale m_system;
    QString m_spoken;
    QTranslator m_words;
    QTranslator m_wordsOfQt;
};

} // namespace app::session

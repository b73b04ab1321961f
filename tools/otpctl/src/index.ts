export { PROFILE_PATH, profileSchema, type Profile } from './profile.js';
